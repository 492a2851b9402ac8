package dev.likeness.table.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What a file may be packed in, once: an archive in an archive is refused. At most 100 entries, and
 * at most 100 times as large unpacked as packed.
 */
enum Container {
  NONE,
  GZIP,
  ZIP;

  private static final int MOST_ENTRIES = 100;
  private static final int BUFFER = 1 << 16;
  private static final int MOST_NAMED = 10;
  private static final List<String> WORKBOOK =
      List.of("[Content_Types].xml", "_rels/", "xl/", "docProps/", "customXml/", "docMetadata/");
  private static final List<String> TABLES =
      List.of(
          ".csv",
          ".tsv",
          ".tab",
          ".psv",
          ".txt",
          ".dat",
          ".data",
          ".json",
          ".jsonl",
          ".ndjson",
          ".parquet");

  /** The container of a file that begins like this; a workbook is none, though it is a ZIP. */
  static Container of(byte[] head) {
    if (Signatures.gzip(head)) {
      return GZIP;
    }
    return Signatures.zip(head) && !workbook(head) ? ZIP : NONE;
  }

  /** Whether a ZIP's first entry is one that workbooks begin with. */
  static boolean workbook(byte[] head) {
    if (!Signatures.zip(head) || head.length < 31) {
      return false;
    }
    int length = (head[26] & 0xFF) | (head[27] & 0xFF) << 8;
    int end = Math.min(head.length, 30 + length);
    String name = new String(head, 30, end - 30, StandardCharsets.UTF_8);
    return WORKBOOK.stream().anyMatch(name::startsWith);
  }

  /** Name as in {@link Origin#container}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Unpacks the one file that is meant, at most {@code most} bytes of it. */
  Unpacked unpack(Path file, ReadOptions options, ReadLimits limits, long most, Path scratch)
      throws IOException {
    Path target = scratch.resolve("unpacked");
    try {
      return switch (this) {
        case NONE -> new Unpacked(file, Optional.empty());
        case GZIP -> gunzip(file, limits, most, target);
        case ZIP -> unzip(file, options, limits, most, target);
      };
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw e instanceof UnreadableTableException known
          ? known
          : UnreadableTableException.damaged("archive");
    }
  }

  private static Unpacked gunzip(Path file, ReadLimits limits, long most, Path target)
      throws IOException {
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        InputStream in = new GZIPInputStream(packed, BUFFER)) {
      copy(in, Files.size(file), limits, most, target);
      return new Unpacked(target, Optional.empty());
    }
  }

  private static Unpacked unzip(
      Path file, ReadOptions options, ReadLimits limits, long most, Path target)
      throws IOException {
    ArchiveIndex.of(file, MOST_ENTRIES);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> files =
          zip.stream().filter(entry -> !entry.isDirectory() && !hidden(entry.getName())).toList();
      ZipEntry entry =
          options.entry().isPresent() ? named(files, options.entry().get()) : only(files);
      try (InputStream in = zip.getInputStream(entry)) {
        copy(in, Files.size(file), limits, most, target);
      }
      return new Unpacked(target, Optional.of(entry.getName()));
    }
  }

  private static boolean hidden(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/") || last.startsWith(".");
  }

  private static ZipEntry named(List<? extends ZipEntry> files, String name) {
    return files.stream()
        .filter(file -> file.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> UnreadableTableException.noSuchEntry(names(files)));
  }

  private static ZipEntry only(List<? extends ZipEntry> files) {
    List<? extends ZipEntry> tables = files.stream().filter(Container::table).toList();
    List<? extends ZipEntry> candidates = tables.isEmpty() && files.size() == 1 ? files : tables;
    if (files.isEmpty()) {
      throw UnreadableTableException.emptyFile();
    }
    if (candidates.isEmpty()) {
      throw UnreadableTableException.notATable("is an archive without a table");
    }
    if (candidates.size() > 1) {
      throw UnreadableTableException.severalEntries(candidates.size(), names(candidates));
    }
    return candidates.getFirst();
  }

  private static boolean table(ZipEntry entry) {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    return TABLES.stream().anyMatch(name::endsWith);
  }

  private static List<String> names(List<? extends ZipEntry> files) {
    return files.stream().limit(MOST_NAMED).map(ZipEntry::getName).toList();
  }

  private static void copy(
      InputStream packed, long packedBytes, ReadLimits limits, long most, Path target)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = new Inflating(packed, packedBytes, limits.maxBytes());
        OutputStream out = Files.newOutputStream(target)) {
      long bytes = 0;
      for (int n = in.read(buffer); n >= 0 && bytes < most; n = in.read(buffer)) {
        if (bytes == 0 && n > 0) {
          refuseNested(buffer, n);
        }
        out.write(buffer, 0, n);
        bytes += n;
      }
      if (bytes == 0) {
        throw UnreadableTableException.emptyFile();
      }
    }
  }

  private static void refuseNested(byte[] buffer, int count) {
    byte[] head = java.util.Arrays.copyOf(buffer, Math.min(count, 64));
    if (Signatures.gzip(head) || Signatures.zip(head)) {
      throw UnreadableTableException.nested();
    }
  }
}
