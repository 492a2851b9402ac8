package dev.likeness.ingest.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.ingest.config.IngestConfig;
import dev.likeness.ingest.service.DatasetInfo;
import dev.likeness.ingest.service.FileNames;
import dev.likeness.ingest.service.IncomingFile;
import dev.likeness.ingest.service.IngestProblems;
import dev.likeness.ingest.service.Preview;
import dev.likeness.ingest.service.Uploads;
import dev.likeness.platform.http.Answer;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.store.Scratch;
import dev.likeness.table.io.ReadOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * What both upload paths do: bring the file to disk, hashed and within the limit, and hand it on.
 */
@Singleton
public class UploadEndpoint {

  private static final int BUFFER = 1 << 16;

  private final Uploads uploads;
  private final ObjectStore store;
  private final ObjectMapper json;
  private final long limit;

  @Inject
  UploadEndpoint(Uploads uploads, ObjectStore store, ObjectMapper json, IngestConfig config) {
    this.uploads = uploads;
    this.store = store;
    this.json = json;
    this.limit = config.maxFileSize().asLongValue();
  }

  Response form(
      Optional<FileUpload> upload,
      ReadingParameters parameters,
      Optional<String> options,
      Optional<String> key)
      throws IOException {
    FileUpload file = upload.orElseThrow(() -> IngestProblems.missingFile().toException());
    if (file.size() > limit) {
      throw IngestProblems.fileTooLarge(limit).toException();
    }
    try (InputStream in = Files.newInputStream(file.uploadedFile())) {
      String sha256 = copy(in, OutputStream.nullOutputStream());
      return take(
          file.uploadedFile(),
          Optional.ofNullable(file.fileName()),
          file.size(),
          sha256,
          parameters.options(options),
          key);
    }
  }

  Response body(
      InputStream body,
      ReadingParameters parameters,
      Optional<String> name,
      Optional<String> disposition,
      Optional<String> key)
      throws IOException {
    ReadOptions options = parameters.options(Optional.empty());
    try (Scratch scratch = store.scratch()) {
      Path file = scratch.file("upload");
      String sha256;
      try (OutputStream out = Files.newOutputStream(file)) {
        sha256 = copy(body, out);
      }
      Optional<String> called = name.or(() -> disposition.flatMap(FileNames::in));
      return take(file, called, Files.size(file), sha256, options, key);
    }
  }

  private Response take(
      Path path,
      Optional<String> name,
      long bytes,
      String sha256,
      ReadOptions options,
      Optional<String> key)
      throws IOException {
    IncomingFile file = new IncomingFile(path, FileNames.harmless(name), bytes, sha256);
    return uploads.take(file, options, key, this::answer).toResponse();
  }

  private Answer answer(DatasetInfo info, Preview preview) {
    try {
      String body = json.writeValueAsString(DatasetView.of(info, Optional.of(preview)));
      return Answer.of(201, DatasetView.path(info.id()), body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Copies up to the limit; the hash of what was copied. */
  private String copy(InputStream in, OutputStream out) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes += n;
      if (bytes > limit) {
        throw IngestProblems.fileTooLarge(limit).toException();
      }
      digest.update(buffer, 0, n);
      out.write(buffer, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
