package dev.likeness.table.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Collects the cases of a family, and what they are put together from. */
final class Cases {

  private final String family;
  private final List<HostileFile> files = new ArrayList<>();

  Cases(String family) {
    this.family = family;
  }

  Cases add(String name, Supplier<byte[]> content) {
    files.add(new HostileFile(family + "/" + name, content));
    return this;
  }

  Cases text(String name, String text) {
    return add(name, () -> utf8(text));
  }

  List<HostileFile> list() {
    return List.copyOf(files);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] filled(int count, int value) {
    byte[] bytes = new byte[count];
    java.util.Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** A ZIP of names and contents, one behind the other; contents are texts or bytes. */
  static byte[] zip(Object... namesAndContents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write(content(namesAndContents[i + 1]));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** A ZIP of one stored entry, so that its headers stand at places that are known. */
  static byte[] stored(String name, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      CRC32 crc = new CRC32();
      crc.update(content);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] content(Object content) {
    return content instanceof byte[] bytes ? bytes : utf8((String) content);
  }

  /** The same bytes with others at a place; places below 0 count from the end. */
  static byte[] with(byte[] bytes, int place, int... values) {
    byte[] changed = bytes.clone();
    int from = place < 0 ? bytes.length + place : place;
    for (int i = 0; i < values.length && from + i < changed.length; i++) {
      changed[from + i] = (byte) values[i];
    }
    return changed;
  }

  /** Where a signature stands last; -1 if nowhere. */
  static int last(byte[] bytes, int... signature) {
    for (int at = bytes.length - signature.length; at >= 0; at--) {
      int i = 0;
      while (i < signature.length && (bytes[at + i] & 0xFF) == signature[i]) {
        i++;
      }
      if (i == signature.length) {
        return at;
      }
    }
    return -1;
  }

  static byte[] cut(byte[] bytes, int length) {
    return java.util.Arrays.copyOf(bytes, Math.min(bytes.length, Math.max(0, length)));
  }
}
