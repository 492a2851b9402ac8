package dev.likeness.table.io;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The texts that the cells of a workbook refer to by number; they lie on disk and are mapped, so
 * that the heap holds none of them.
 */
final class SharedStrings implements AutoCloseable {

  private static final ValueLayout.OfLong OFFSET =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN);

  private final Arena arena = Arena.ofShared();
  private final MemorySegment texts;
  private final MemorySegment ends;

  private SharedStrings(Path texts, Path ends) throws IOException {
    this.texts = map(texts);
    this.ends = map(ends);
  }

  private MemorySegment map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  /** Reads the part of a workbook that has them. */
  static SharedStrings read(XmlPull xml, int longest, Path scratch) throws IOException {
    Path texts = scratch.resolve("strings");
    Path ends = scratch.resolve("string-ends");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(texts), 1 << 16);
        DataOutputStream index =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(ends), 1 << 16))) {
      spill(xml, new ByteText(longest), out, index);
    }
    return new SharedStrings(texts, ends);
  }

  /** A workbook without any. */
  static SharedStrings none(Path scratch) throws IOException {
    Path nothing = Files.write(scratch.resolve("strings"), new byte[0]);
    return new SharedStrings(nothing, nothing);
  }

  private static void spill(XmlPull xml, ByteText text, OutputStream out, DataOutputStream index)
      throws IOException {
    long end = 0;
    int phonetic = 0;
    boolean shown = false;
    for (XmlPull.Event event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
      switch (event) {
        case START -> {
          phonetic += xml.name().equals("rPh") ? 1 : 0;
          shown = xml.name().equals("t") && phonetic == 0;
          if (xml.name().equals("si")) {
            text.clear();
          }
        }
        case TEXT -> {
          if (shown) {
            text.add(xml.text(), xml.textLength());
          }
        }
        case END -> {
          shown = false;
          phonetic -= xml.name().equals("rPh") ? 1 : 0;
          if (xml.name().equals("si")) {
            byte[] bytes = text.unescaped();
            out.write(bytes);
            end += bytes.length;
            index.writeLong(end);
          }
        }
        case DONE -> {}
      }
    }
  }

  /** Whether there is a text of this number. */
  boolean has(long number) {
    return number >= 0 && number < ends.byteSize() / Long.BYTES;
  }

  /** A text as UTF-8. */
  byte[] get(long number) {
    long from = number == 0 ? 0 : ends.get(OFFSET, (number - 1) * Long.BYTES);
    long to = ends.get(OFFSET, number * Long.BYTES);
    return texts.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
  }

  @Override
  public void close() {
    arena.close();
  }
}
