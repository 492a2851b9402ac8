package dev.likeness.ingest.service;

import dev.likeness.ingest.config.OversightConfig;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.access.Callers;
import dev.likeness.platform.http.Cursor;
import dev.likeness.platform.http.Page;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.ProblemException;
import dev.likeness.platform.sql.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Undoes masking, for those who may, with a purpose, at most so often, and never without a trace.
 *
 * <ol>
 *   <li>A privacy officer says which columns of which masked copy, and why. More than the daily cap
 *       is refused.
 *   <li>Where a second person is needed, another privacy officer approves.
 *   <li>The one who asked takes the clear values once, by a link that lives for minutes. It is used
 *       up before the first byte leaves.
 * </ol>
 *
 * <p>Every step, also a refused one, is an entry of the audit log in the transaction of the step;
 * columns stand there by position.
 */
@Singleton
public class RevealDesk {

  private static final Duration DAY = Duration.ofHours(24);
  private static final int TOKEN_BYTES = 32;

  private final RevealStore reveals;
  private final MaskedCopies copies;
  private final AuditLog audit;
  private final Callers callers;
  private final OversightConfig.Reveal config;

  @Inject
  RevealDesk(
      RevealStore reveals,
      MaskedCopies copies,
      AuditLog audit,
      Callers callers,
      OversightConfig config) {
    this.reveals = reveals;
    this.copies = copies;
    this.audit = audit;
    this.callers = callers;
    this.config = config.reveal();
  }

  /**
   * A wish that was granted, as far as it goes.
   *
   * @param reveal the wish
   * @param token of its link; nobody has another copy
   */
  public record Granted(RevealInfo reveal, String token) {

    @Override
    public String toString() {
      return "Granted[" + reveal.id() + "]";
    }
  }

  /** Asks for columns of a masked copy in clear text. */
  public Granted ask(UUID jobId, List<String> columns, String purpose) {
    return traced(
        "reveal-refused", Map.of("job", jobId.toString()), () -> grant(jobId, columns, purpose));
  }

  /** Approves a wish as the second person. */
  public RevealInfo approve(UUID id) {
    return traced("reveal-refused", Map.of("reveal", id.toString()), () -> approved(id));
  }

  /**
   * Uses a link up.
   *
   * @return what writes the clear values
   */
  public Clear take(UUID id, String token) {
    return traced("reveal-refused", Map.of("reveal", id.toString()), () -> taken(id, token));
  }

  /** A wish; a problem {@code reveal-not-found} for unknown ids. */
  public RevealInfo find(UUID id) {
    return reveals.find(id).orElseThrow(() -> RevealProblems.notFound().toException());
  }

  /** Wishes from new to old. */
  public Page<RevealInfo> list(int limit, Optional<Cursor> after) {
    return Page.of(
        reveals.page(after, limit + 1),
        limit,
        reveal -> new Cursor(reveal.requestedAt(), reveal.id()),
        reveal -> reveal);
  }

  /** Clear values on their way out. */
  public final class Clear {

    private final UUID id;
    private final String person;
    private final MaskedCopies.Copy copy;
    private final List<String> columns;

    private Clear(UUID id, String person, MaskedCopies.Copy copy, List<String> columns) {
      this.id = id;
      this.person = person;
      this.copy = copy;
      this.columns = columns;
    }

    /** Writes them as CSV, and writes down how it ended. */
    public void write(OutputStream out) throws IOException {
      boolean whole = false;
      long rows = 0;
      try {
        rows = copies.reveal(copy, columns, out);
        whole = true;
      } finally {
        log(
            person,
            whole ? "reveal-completed" : "reveal-broken-off",
            Map.of("reveal", id.toString(), "rows", Long.toString(rows)));
      }
    }
  }

  private Granted grant(UUID jobId, List<String> columns, String purpose) {
    String why = purpose.strip();
    if (why.length() < config.minPurpose() || why.length() > config.maxPurpose()) {
      throw RevealProblems.purpose(why.length(), config.minPurpose(), config.maxPurpose())
          .toException();
    }
    MaskedCopies.Copy copy = copies.of(jobId);
    List<Integer> positions = positions(copy, columns);
    String person = callers.required().name();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    RevealInfo reveal =
        new RevealInfo(
            UUID.randomUUID(),
            jobId,
            copy.datasetId(),
            positions,
            why,
            config.secondPerson() ? "AWAITING_SECOND_PERSON" : "READY",
            person,
            now,
            Optional.empty(),
            now.plus(config.secondPerson() ? DAY : config.linkLife()),
            Optional.empty());
    String token = freshToken();
    return Database.inTransaction(
        () -> {
          reveals.alone(person);
          if (reveals.countSince(person, now.minus(DAY)) >= config.dailyCap()) {
            throw RevealProblems.capReached(config.dailyCap()).toException();
          }
          reveals.insert(reveal, hash(token));
          audit.append(Tenants.DEFAULT, "reveal-requested", details(reveal));
          return new Granted(reveal, token);
        });
  }

  private static List<Integer> positions(MaskedCopies.Copy copy, List<String> columns) {
    if (copy.manifest().reversible().isEmpty()) {
      throw RevealProblems.notMasked().toException();
    }
    if (columns.isEmpty()) {
      throw RevealProblems.noColumns().toException();
    }
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int at = i;
      positions.add(
          copy.position(columns.get(i)).orElseThrow(() -> RevealProblems.column(at).toException()));
    }
    return positions;
  }

  private RevealInfo approved(UUID id) {
    String person = callers.required().name();
    RevealInfo reveal = find(id);
    if (reveal.requestedBy().equals(person)) {
      throw RevealProblems.samePerson().toException();
    }
    if (reveal.isExpired(Instant.now())) {
      throw RevealProblems.gone().toException();
    }
    return Database.inTransaction(
        () -> {
          if (!reveals.approve(id, person, Instant.now().plus(config.linkLife()))) {
            throw RevealProblems.notAwaited().toException();
          }
          audit.append(Tenants.DEFAULT, "reveal-approved", Map.of("reveal", id.toString()));
          return find(id);
        });
  }

  private Clear taken(UUID id, String token) {
    String person = callers.required().name();
    RevealInfo reveal = find(id);
    if (!reveal.requestedBy().equals(person) || !reveals.hasToken(id, hash(token))) {
      throw RevealProblems.wrongLink().toException();
    }
    if (reveal.state().equals("AWAITING_SECOND_PERSON")) {
      throw RevealProblems.awaiting().toException();
    }
    MaskedCopies.Copy copy = copies.of(reveal.jobId());
    return Database.inTransaction(
        () -> {
          if (!reveals.take(id, person, hash(token), Instant.now())) {
            throw RevealProblems.gone().toException();
          }
          audit.append(Tenants.DEFAULT, "reveal-streamed", details(reveal));
          return new Clear(id, person, copy, copy.names(reveal.positions()));
        });
  }

  /** Does a step; writes down when it is refused. */
  private <T> T traced(
      String refused, Map<String, String> about, java.util.function.Supplier<T> step) {
    try {
      return step.get();
    } catch (ProblemException e) {
      Problem problem = e.problem();
      Map<String, String> details = new java.util.HashMap<>(about);
      details.put("code", problem.code());
      log(callers.required().name(), refused, details);
      throw e;
    }
  }

  private void log(String person, String action, Map<String, String> details) {
    Database.inTransaction(() -> audit.append(Tenants.DEFAULT, person, action, details));
  }

  private static Map<String, String> details(RevealInfo reveal) {
    return Map.of(
        "reveal",
        reveal.id().toString(),
        "job",
        reveal.jobId().toString(),
        "dataset",
        reveal.datasetId().toString(),
        "columns",
        reveal.positions().stream()
            .map(position -> Integer.toString(position + 1))
            .collect(Collectors.joining(",")),
        "purpose",
        reveal.purpose());
  }

  private static String freshToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("likeness reveal".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
