package dev.likeness.ingest.service;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files, between what people send and what may stand in a header. */
public final class FileNames {

  private static final String FALLBACK = "upload.csv";
  private static final int LONGEST = 200;
  private static final Pattern EXTENDED =
      Pattern.compile("filename\\*\\s*=\\s*utf-8'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern QUOTED =
      Pattern.compile("filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE =
      Pattern.compile("filename\\s*=\\s*([^;\"\\s]+)", Pattern.CASE_INSENSITIVE);

  private FileNames() {}

  /**
   * A name without folders, control characters and marks that turn the direction of writing, at
   * most 200 characters long.
   */
  public static String harmless(Optional<String> given) {
    return given
        .map(name -> name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
        .map(name -> name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "").strip())
        .filter(name -> !name.isEmpty() && !name.equals(".") && !name.equals(".."))
        .map(name -> name.substring(0, name.offsetByCodePoints(0, shorter(name))))
        .orElse(FALLBACK);
  }

  private static int shorter(String name) {
    return Math.min(LONGEST, name.codePointCount(0, name.length()));
  }

  /** The name in a {@code Content-Disposition}, as RFC 6266 reads it. */
  public static Optional<String> in(String contentDisposition) {
    return match(EXTENDED, contentDisposition)
        .flatMap(FileNames::decoded)
        .or(() -> match(QUOTED, contentDisposition).map(name -> name.replaceAll("\\\\(.)", "$1")))
        .or(() -> match(BARE, contentDisposition));
  }

  private static Optional<String> match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<String> decoded(String name) {
    try {
      return Optional.of(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Name of the synthetic table that resembles a file. */
  public static String synthetic(String original) {
    return made(original, "synthetic");
  }

  /** Name of the masked copy of a file. */
  public static String masked(String original) {
    return made(original, "masked");
  }

  private static String made(String original, String what) {
    String lower = original.toLowerCase(Locale.ROOT);
    int dot = lower.lastIndexOf('.');
    String stem = dot > 0 ? original.substring(0, dot) : original;
    return stem + "-" + what + ".csv";
  }

  /** The header that has a browser save the body under a name (RFC 6266, RFC 8187). */
  public static String attachment(String name) {
    String ascii = name.replaceAll("[^\\x20-\\x7E]", "_").replaceAll("[\"\\\\%;]", "_");
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }
}
