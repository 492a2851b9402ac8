package dev.likeness.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.platform.store.FileObjectStore;
import dev.likeness.privacy.key.FileKeyEncryptionKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String TENANT = "acme";

  @TempDir private Path root;
  private FileObjectStore store;
  private ApiKeys keys;

  @BeforeEach
  void open() throws IOException {
    store = FileObjectStore.below(root);
    keys = at(NOW);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  @Test
  void knowsTheHolderOfATokenByItsRoles() {
    ApiKeys.Issued issued = issue(Role.VIEWER, Role.PRIVACY_OFFICER);

    assertThat(keys.caller(TENANT, issued.token()))
        .contains(
            new Caller(
                "key:" + issued.key().id(), TENANT, Set.of(Role.VIEWER, Role.PRIVACY_OFFICER)));
    assertThat(keys.list(TENANT)).containsExactly(issued.key());
  }

  @Test
  void refusesOtherTokens() {
    String token = issue(Role.VIEWER).token();
    String other = issue(Role.ADMIN).token();

    assertThat(keys.caller(TENANT, token.substring(0, 16) + other.substring(16))).isEmpty();
    assertThat(keys.caller(TENANT, token.substring(0, token.length() - 1))).isEmpty();
    assertThat(keys.caller(TENANT, token + "A")).isEmpty();
    assertThat(keys.caller(TENANT, "")).isEmpty();
    assertThat(keys.caller(TENANT, "lk_../../keys_" + "A".repeat(43))).isEmpty();
    assertThat(keys.caller("other", token)).isEmpty();
  }

  @Test
  void refusesAnExpiredKey() {
    String token = issue(Role.VIEWER).token();

    assertThat(at(NOW.plus(Duration.ofHours(1)).minusMillis(1)).caller(TENANT, token)).isPresent();
    assertThat(at(NOW.plus(Duration.ofHours(1))).caller(TENANT, token)).isEmpty();
  }

  @Test
  void refusesARevokedKeyAtOnceAlsoInOtherProcesses() {
    ApiKeys.Issued issued = issue(Role.VIEWER);
    ApiKeys elsewhere = at(NOW);
    assertThat(elsewhere.caller(TENANT, issued.token())).isPresent();

    keys.revoke(TENANT, issued.key().id());

    assertThat(elsewhere.caller(TENANT, issued.token())).isEmpty();
    assertThat(keys.list(TENANT)).isEmpty();
  }

  @Test
  void keepsNeitherSecretNorAnythingThatAWriterOfObjectsCouldForge() throws IOException {
    ApiKeys.Issued weak = issue(Role.VIEWER);
    ApiKeys.Issued strong = issue(Role.ADMIN);
    Path weakFile = root.resolve("objects/access/acme/" + weak.key().id());
    Path strongFile = root.resolve("objects/access/acme/" + strong.key().id());
    String secret = weak.token().substring(16);

    assertThat(Files.readString(weakFile, StandardCharsets.ISO_8859_1))
        .doesNotContain(secret)
        .doesNotContain("VIEWER");
    Files.write(strongFile, Files.readAllBytes(weakFile));
    assertThat(keys.caller(TENANT, "lk_" + strong.key().id() + "_" + secret)).isEmpty();
    assertThat(weak.toString()).doesNotContain(secret);
  }

  private ApiKeys at(Instant time) {
    return ApiKeys.of(
        store,
        FileKeyEncryptionKey.openOrCreate(root.resolve("kek.json")),
        Clock.fixed(time, ZoneOffset.UTC));
  }

  private ApiKeys.Issued issue(Role... roles) {
    return keys.issue(TENANT, "a test", Set.of(roles), NOW.plus(Duration.ofHours(1)), "local");
  }
}
