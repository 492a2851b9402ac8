package dev.likeness.privacy.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.table.TableJson;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A profile and the treatments that people chose for its columns, as one JSON object: what a
 * profile says, and {@code "treatments"}, an object from names of columns to {@link
 * TreatmentChoice}s. A profile without that property has none chosen.
 *
 * @param profile of the table
 * @param treatments that people chose, by column
 */
public record PlannedProfile(TableProfile profile, Map<String, TreatmentChoice> treatments) {

  private static final String TREATMENTS = "treatments";

  /** Copies the map. */
  public PlannedProfile {
    treatments = Collections.unmodifiableMap(new LinkedHashMap<>(treatments));
  }

  /** The usual plan with what people chose. */
  public TreatmentPlan plan(Purpose purpose) {
    return TreatmentPlan.of(profile, purpose, treatments);
  }

  /** As JSON. */
  public ObjectNode toJson() {
    ObjectNode json = TableJson.mapper().valueToTree(profile);
    json.set(TREATMENTS, TableJson.mapper().valueToTree(treatments));
    return json;
  }

  /** Reads what {@link #toJson} gave, or a profile alone. */
  public static PlannedProfile read(InputStream in) throws IOException {
    JsonNode json = TableJson.mapper().readTree(in);
    Map<String, TreatmentChoice> treatments = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.path(TREATMENTS).properties()) {
      treatments.put(
          entry.getKey(), TableJson.mapper().treeToValue(entry.getValue(), TreatmentChoice.class));
    }
    return new PlannedProfile(TableJson.mapper().treeToValue(json, TableProfile.class), treatments);
  }
}
