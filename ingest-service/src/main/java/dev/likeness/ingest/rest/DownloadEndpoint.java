package dev.likeness.ingest.rest;

import dev.likeness.ingest.service.Downloads;
import dev.likeness.ingest.service.FileNames;
import dev.likeness.ingest.service.Result;
import dev.likeness.platform.http.ProblemMappers;
import dev.likeness.platform.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** What both download paths do: the whole file, a part of it, or "you have it already". */
@Singleton
public class DownloadEndpoint {

  private static final String CSV = "text/csv; charset=UTF-8";

  private final Downloads downloads;

  @Inject
  DownloadEndpoint(Downloads downloads) {
    this.downloads = downloads;
  }

  /**
   * Headers of a request that decide which bytes are sent.
   *
   * @param range {@code Range}
   * @param ifRange {@code If-Range}
   * @param ifNoneMatch {@code If-None-Match}
   */
  record Conditions(
      Optional<String> range, Optional<String> ifRange, Optional<String> ifNoneMatch) {}

  Response result(String job, String format, Conditions conditions) {
    Result result = downloads.result(job, format);
    String tag = "\"" + result.sha256() + "\"";
    if (conditions.ifNoneMatch().map(tags -> matches(tags, tag)).orElse(false)) {
      return Response.notModified().header(HttpHeaders.ETAG, tag).build();
    }
    try {
      return conditions
          .range()
          .filter(range -> conditions.ifRange().map(tag::equals).orElse(true))
          .flatMap(range -> ByteRange.read(range, result.bytes()))
          .map(range -> part(job, format, result, tag, range))
          .orElseGet(() -> whole(job, format, result, tag));
    } catch (ProblemException outside) {
      return Response.fromResponse(ProblemMappers.response(outside.problem()))
          .header("Content-Range", "bytes */" + result.bytes())
          .build();
    }
  }

  private static boolean matches(String tags, String tag) {
    return Arrays.stream(tags.split(","))
        .map(String::strip)
        .map(given -> given.startsWith("W/") ? given.substring(2) : given)
        .anyMatch(given -> given.equals("*") || given.equals(tag));
  }

  private Response whole(String job, String format, Result result, String tag) {
    downloads.taken(job, format, result);
    StreamingOutput all = out -> result.copy(0, result.bytes(), out);
    return headers(Response.ok(all), result, tag)
        .header(HttpHeaders.CONTENT_LENGTH, result.bytes())
        .build();
  }

  private Response part(String job, String format, Result result, String tag, ByteRange range) {
    if (range.first() == 0) {
      downloads.taken(job, format, result);
    }
    StreamingOutput part = out -> result.copy(range.first(), range.length(), out);
    return headers(Response.status(206).entity(part), result, tag)
        .header("Content-Range", range.contentRange(result.bytes()))
        .header(HttpHeaders.CONTENT_LENGTH, range.length())
        .build();
  }

  private static Response.ResponseBuilder headers(
      Response.ResponseBuilder response, Result result, String tag) {
    return response
        .header(HttpHeaders.CONTENT_TYPE, CSV)
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment(result.name()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header("Accept-Ranges", "bytes")
        .header("X-Content-Type-Options", "nosniff")
        .header("Repr-Digest", "sha-256=:" + base64(result.sha256()) + ":");
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
