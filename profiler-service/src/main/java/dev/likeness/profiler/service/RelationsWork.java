package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.Service;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.profiler.config.ProfilerPlatform;
import dev.likeness.table.TableJson;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.relation.Relation;
import dev.likeness.table.relation.RelationFinder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Looks for relations between the columns of a dataset. */
@Singleton
@Service(ProfilerPlatform.SERVICE)
public class RelationsWork extends FindingWork {

  @Inject
  RelationsWork(Findings findings, Profiles profiles, ObjectStore store) {
    super(FindingKind.RELATIONS, findings, profiles, store);
  }

  @Override
  JsonNode find(Path canonical, TableProfile profile, RunContext run) {
    ObjectNode json = TableJson.mapper().createObjectNode();
    json.put("rows", profile.rows());
    json.set(
        "sampled_rows",
        TableJson.mapper().valueToTree(RelationFinder.rowsLookedAt(profile.rows())));
    ArrayNode items = json.putArray("items");
    for (Relation relation : RelationFinder.find(canonical, profile, run)) {
      ObjectNode item = TableJson.mapper().valueToTree(relation);
      item.set("names", TableJson.mapper().valueToTree(relation.names()));
      item.put("sentence", relation.sentence());
      item.withObjectProperty("support").put("share", relation.support().share());
      items.add(item);
    }
    return json;
  }
}
