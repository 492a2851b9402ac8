package dev.likeness.table.io;

import com.google.auto.service.AutoService;
import dev.likeness.table.io.WarningLog.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Workbooks: the first visible sheet that has a cell, or the one that was named. Numbers and dates
 * become text as {@link NumberShown} says; lines above the table are skipped as in text.
 */
@AutoService(TableFormat.class)
public final class XlsxFormat implements TableFormat {

  private static final int SAMPLE_RECORDS = 1000;
  private static final long SAMPLE_BYTES = 4L << 20;
  private static final int CHECK_EVERY = 1 << 12;

  /** For the service loader. */
  public XlsxFormat() {}

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public boolean recognises(byte[] head) {
    return Container.workbook(head);
  }

  @Override
  public Reading read(ReadTask task) throws IOException {
    try (Workbook book = Workbook.open(task.file(), task.limits());
        SharedStrings strings = book.strings(task.scratch())) {
      return new Pass(task, book, strings).read();
    } catch (ZipException | java.io.EOFException e) {
      throw UnreadableTableException.damaged("workbook");
    }
  }

  /** The first rows of a sheet, and how wide all of it is. */
  private record Sample(List<List<String>> records, int width) {}

  /** One reading of a workbook. */
  private record Pass(ReadTask task, Workbook book, SharedStrings strings) {

    Reading read() throws IOException {
      List<Workbook.Sheet> candidates = candidates();
      for (Workbook.Sheet sheet : candidates) {
        Sample sample = sample(sheet);
        if (sample.width > 0) {
          return read(sheet, sample);
        }
      }
      throw UnreadableTableException.emptyFile();
    }

    private List<Workbook.Sheet> candidates() {
      Optional<String> wanted = task.options().sheet();
      if (wanted.isEmpty()) {
        List<Workbook.Sheet> visible =
            book.sheets().stream().filter(sheet -> !sheet.hidden()).toList();
        return visible.isEmpty() ? book.sheets() : visible;
      }
      List<Workbook.Sheet> named =
          book.sheets().stream().filter(sheet -> sheet.name().equals(wanted.get())).toList();
      if (named.isEmpty()) {
        throw UnreadableTableException.noSuchSheet(visible());
      }
      return named.subList(0, 1);
    }

    private List<String> visible() {
      return book.sheets().stream()
          .filter(sheet -> !sheet.hidden())
          .map(Workbook.Sheet::name)
          .toList();
    }

    private SheetRecords open(Workbook.Sheet sheet, WarningLog log) throws IOException {
      return new SheetRecords(book, sheet, strings, task.limits(), log);
    }

    private Sample sample(Workbook.Sheet sheet) throws IOException {
      List<List<String>> records = new ArrayList<>();
      int width = 0;
      long bytes = 0;
      try (SheetRecords rows = open(sheet, new WarningLog())) {
        while (rows.records() - SAMPLE_RECORDS < task.mostRows() && rows.next()) {
          if (!rows.blank()) {
            width = Math.max(width, rows.fields());
            if (records.size() < SAMPLE_RECORDS && bytes < SAMPLE_BYTES) {
              records.add(rows.texts());
              bytes += rows.length();
            }
          }
          if (rows.records() % CHECK_EVERY == 0) {
            task.run().cancellation().check();
          }
        }
      }
      return new Sample(records, width);
    }

    private Reading read(Workbook.Sheet sheet, Sample sample) throws IOException {
      ReadOptions options = task.options();
      int skipped =
          options
              .skippedLines()
              .orElseGet(() -> TableLocator.skipped(sample.records, sample.width));
      boolean header =
          options.header().orElseGet(() -> TableLocator.header(sample.records, skipped));
      Path plain = task.scratch().resolve("plain.csv");
      CleanCopy copy =
          new CleanCopy(new CleanCopy.Shape(header, skipped, sample.width, false, false), task);
      try (SheetRecords rows = open(sheet, copy.log()).filledTo(sample.width)) {
        copy.write(rows, Optional::empty, plain);
      }
      tell(copy.log(), sheet);
      PlainStore.store(copy.plain(plain), task);
      return new Reading(
          Dialect.standard().withHeader(header, skipped),
          copy.names(),
          copy.rows(),
          copy.log().warnings(),
          new Origin(name(), "none", Optional.empty(), Optional.of(sheet.name()), visible()),
          options);
    }

    private String name() {
      return "xlsx";
    }

    private void tell(WarningLog log, Workbook.Sheet read) {
      long others = book.sheets().stream().filter(s -> !s.hidden() && !s.equals(read)).count();
      if (others > 0 && task.options().sheet().isEmpty()) {
        log.add(Kind.OTHER_SHEETS, others);
      }
      long hidden = book.sheets().stream().filter(s -> s.hidden() && !s.equals(read)).count();
      if (hidden > 0) {
        log.add(Kind.HIDDEN_SHEETS, hidden);
      }
    }
  }
}
