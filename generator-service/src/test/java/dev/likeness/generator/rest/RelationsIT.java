package dev.likeness.generator.rest;

import static dev.likeness.generator.rest.JobCalls.ended;
import static dev.likeness.generator.rest.JobCalls.job;
import static dev.likeness.generator.rest.JobCalls.post;
import static dev.likeness.generator.rest.JobCalls.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.likeness.generator.Upstream;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.testing.Backends;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relations that are kept in the rows of a job, or left to its model. */
@QuarkusTest
@WithTestResource(Backends.class)
class RelationsIT {

  @Inject ObjectStore store;
  @Inject DataKeys keys;

  @Inject
  @DataSource(GeneratorConfig.SERVICE)
  AgroalDataSource database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static @Nullable UUID shops;
  private Upstream upstream;

  @BeforeEach
  void connect() {
    upstream = new Upstream(store, keys, kafka);
  }

  /** A city says which region it lies in, and gross is net and tax together. */
  private UUID known() throws IOException {
    if (shops == null) {
      StringBuilder csv = new StringBuilder("city,net,tax,gross,region\n");
      for (int row = 0; row < 600; row++) {
        int city = row * 7 % 6;
        int net = 100 + row * 37 % 211;
        int tax = 5 + row * 53 % 89;
        csv.append("city").append(city).append(',').append(net).append(',').append(tax);
        csv.append(',').append(net + tax).append(",region").append(city / 2).append('\n');
      }
      shops = upstream.tell(csv.toString());
    }
    return shops;
  }

  @Test
  void holdInEveryRowAndAreNamed() throws IOException, SQLException {
    String id =
        post(known(), "\"model\": \"independent\", \"rows\": 300")
            .statusCode(202)
            .body("relations", equalTo("keep"))
            .body("relations_kept", nullValue())
            .extract()
            .path("job_id");

    job(ended(id))
        .body("state", equalTo("SUCCEEDED"))
        .body("relations_kept", hasItems("city → region", "gross = net + tax"));
    assertThat(rows(store, id))
        .hasSize(300)
        .allSatisfy(
            row -> {
              assertThat(Integer.parseInt(row[3]))
                  .isEqualTo(Integer.parseInt(row[1]) + Integer.parseInt(row[2]));
              assertThat(row[4]).isEqualTo("region" + (row[0].charAt(4) - '0') / 2);
            });
    assertThat(rowOf(id)).contains("{0} → {4}").doesNotContain("gross", "city");
  }

  @Test
  void areLeftToTheModelWhereSomebodyWantsThat() throws IOException {
    String id =
        post(known(), "\"model\": \"independent\", \"rows\": 300, \"relations\": \"off\"")
            .statusCode(202)
            .body("relations", equalTo("off"))
            .extract()
            .path("job_id");

    job(ended(id)).body("state", equalTo("SUCCEEDED")).body("relations_kept", empty());
    assertThat(rows(store, id))
        .anyMatch(row -> !row[4].equals("region" + (row[0].charAt(4) - '0') / 2));
  }

  @Test
  void holdUnderAConditionOnWhatFollows() throws IOException {
    String id =
        post(
                known(),
                """
                "model": "boost", "rows": 100,
                "conditions": [{"column": "region", "op": "=", "value": "region1"}]
                """)
            .statusCode(202)
            .extract()
            .path("job_id");

    job(ended(id)).body("relations_kept", hasItems("city → region"));
    assertThat(rows(store, id))
        .hasSize(100)
        .allMatch(row -> Set.of("city2", "city3").contains(row[0]));
  }

  @Test
  void areKeptOrOffAndNothingElse() throws IOException {
    post(known(), "\"relations\": \"sometimes\"")
        .statusCode(422)
        .body("code", equalTo("invalid-value"))
        .body("pointer", equalTo("/relations"));
  }

  private String rowOf(String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement look =
            connection.prepareStatement("select j::text from jobs j where id = ?::uuid")) {
      look.setString(1, id);
      try (ResultSet row = look.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }
}
