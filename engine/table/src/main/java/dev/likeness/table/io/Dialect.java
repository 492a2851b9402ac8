package dev.likeness.table.io;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * How rows and fields stand in a text file.
 *
 * @param charset name of the character set, such as {@code "UTF-8"}
 * @param delimiter between fields
 * @param quote around fields that need it; {@link #NO_QUOTE} where the file has none
 * @param escape before a quote within a quoted field: the quote itself where it is doubled
 * @param header whether the first record names the columns
 * @param skippedLines records before the header (or the first row) that are not part of the table
 * @param lineEnd {@code "LF"}, {@code "CRLF"}, {@code "CR"}, or {@code "MIXED"}
 * @param padded whether a blank behind the delimiter belongs to it; where the delimiter is a blank,
 *     whether any number of them are one
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Dialect(
    String charset,
    char delimiter,
    char quote,
    char escape,
    boolean header,
    int skippedLines,
    String lineEnd,
    boolean padded) {

  /** Stands for "no field is quoted". */
  public static final char NO_QUOTE = '\0';

  /** A dialect whose delimiter is one character. */
  public Dialect(
      String charset,
      char delimiter,
      char quote,
      char escape,
      boolean header,
      int skippedLines,
      String lineEnd) {
    this(charset, delimiter, quote, escape, header, skippedLines, lineEnd, false);
  }

  /** Comma, double quotes doubled, UTF-8, LF: RFC 4180 with the line end of today. */
  public static Dialect standard() {
    return new Dialect("UTF-8", ',', '"', '"', true, 0, "LF");
  }

  /** How {@link CsvWriter} writes a file of this dialect: UTF-8, LF, nothing above the header. */
  public Dialect written() {
    char written = quote == NO_QUOTE ? '"' : quote;
    char escaped = quote == NO_QUOTE ? '"' : escape;
    return new Dialect("UTF-8", delimiter, written, escaped, header, 0, "LF");
  }

  Dialect withHeader(boolean header, int skippedLines) {
    return new Dialect(charset, delimiter, quote, escape, header, skippedLines, lineEnd, padded);
  }

  Dialect withoutQuote() {
    return new Dialect(
        charset, delimiter, NO_QUOTE, NO_QUOTE, header, skippedLines, lineEnd, padded);
  }

  Dialect withLineEnd(String lineEnd) {
    return new Dialect(charset, delimiter, quote, escape, header, skippedLines, lineEnd, padded);
  }

  Dialect withDelimiter(char delimiter, boolean padded) {
    return new Dialect(charset, delimiter, quote, escape, header, skippedLines, lineEnd, padded);
  }

  /** The delimiter as {@link ReadOptions} spell it: with a blank behind it where it is padded. */
  public String delimiterText() {
    return padded ? delimiter + " " : String.valueOf(delimiter);
  }
}
