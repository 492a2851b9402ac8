package dev.likeness.profiler.rest;

import dev.likeness.platform.problem.Problems;
import dev.likeness.profiler.service.FoundProfile;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What is known of a dataset's columns, as a response. */
final class ProfileAnswer {

  private ProfileAnswer() {}

  static Response of(UUID dataset, FoundProfile found) {
    return switch (found) {
      case FoundProfile.Pending pending -> pending();
      case FoundProfile.Failed failed ->
          throw Problems.profilingFailed(failed.code()).toException();
      case FoundProfile.Ready ready ->
          Response.ok(ProfileView.of(dataset, ready)).tag(tag(ready)).build();
    };
  }

  static EntityTag tag(FoundProfile.Ready ready) {
    return new EntityTag(Integer.toString(ready.version()));
  }

  static Response pending() {
    return Response.accepted(new PendingView("PROFILING"))
        .header(HttpHeaders.RETRY_AFTER, 1)
        .build();
  }
}
