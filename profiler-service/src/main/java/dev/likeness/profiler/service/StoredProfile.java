package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.privacy.detect.Exposure;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.table.TableJson;
import dev.likeness.table.profile.TableProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A profile as it lies in the object store: what {@link PlannedProfile} says, which other services
 * read, and who can be singled out.
 *
 * @param planned the profile with the treatments that people chose
 * @param exposure who can be singled out; absent from profiles of the first version
 */
public record StoredProfile(PlannedProfile planned, Optional<Exposure> exposure) {

  private static final String EXPOSURE = "exposure";

  /** What the columns are. */
  public TableProfile table() {
    return planned.profile();
  }

  /** The same with other treatments. */
  StoredProfile with(Map<String, dev.likeness.privacy.plan.TreatmentChoice> treatments) {
    return new StoredProfile(new PlannedProfile(table(), treatments), exposure);
  }

  byte[] bytes() {
    ObjectNode json = planned.toJson();
    exposure.ifPresent(found -> json.set(EXPOSURE, TableJson.mapper().valueToTree(found)));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  static StoredProfile read(InputStream in) throws IOException {
    byte[] bytes = in.readAllBytes();
    JsonNode exposure = TableJson.mapper().readTree(bytes).path(EXPOSURE);
    return new StoredProfile(
        PlannedProfile.read(new ByteArrayInputStream(bytes)),
        exposure.isObject()
            ? Optional.of(TableJson.mapper().treeToValue(exposure, Exposure.class))
            : Optional.empty());
  }
}
