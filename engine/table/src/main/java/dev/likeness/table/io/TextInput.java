package dev.likeness.table.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file as UTF-8 bytes, whatever it was stored in: without a byte order mark, without
 * NUL, and with U+FFFD, counted, for every byte that means nothing.
 *
 * <p><b>Thread-safe:</b> no.
 */
final class TextInput extends InputStream {

  private static final int CHUNK = 1 << 16;
  private static final char REPLACEMENT = '\uFFFD';

  private final InputStream plain;
  private final InputStreamReader reader;
  private final boolean clean;
  private final CharBuffer chars = CharBuffer.allocate(CHUNK);
  private final ByteBuffer bytes = ByteBuffer.allocate(4 * CHUNK);
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private boolean ended;
  private long replaced;

  private TextInput(InputStream in, Charset charset, boolean clean) {
    this.plain = in;
    this.clean = clean;
    this.reader = new InputStreamReader(in, charset);
    bytes.limit(0);
  }

  static TextInput open(Path file, DetectedCharset detected) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      in.skipNBytes(detected.markBytes());
      return new TextInput(in, detected.charset(), detected.clean());
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Over a stream in some Unicode, UTF-8 unless a byte order mark says otherwise. */
  static TextInput unicode(InputStream in) throws IOException {
    PushbackInputStream back = new PushbackInputStream(in, 3);
    byte[] head = back.readNBytes(3);
    DetectedCharset charset = DetectedCharset.unicode(head);
    back.unread(head, charset.markBytes(), head.length - charset.markBytes());
    return new TextInput(back, charset.charset(), false);
  }

  /** Over bytes that are clean UTF-8; for tests and samples. */
  static InputStream of(byte[] utf8) {
    return new ByteArrayInputStream(utf8);
  }

  /** Characters that took the place of bytes without a meaning. */
  long replaced() {
    return replaced;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (clean) {
      return plain.read(target, offset, count);
    }
    while (!bytes.hasRemaining()) {
      if (ended) {
        return -1;
      }
      refill();
    }
    int taken = Math.min(count, bytes.remaining());
    bytes.get(target, offset, taken);
    return taken;
  }

  private void refill() throws IOException {
    int known = chars.position();
    ended = reader.read(chars) < 0;
    chars.flip();
    for (int i = known; i < chars.limit(); i++) {
      char c = chars.get(i);
      if (c == 0 || c == REPLACEMENT) {
        chars.put(i, REPLACEMENT);
        replaced++;
      }
    }
    bytes.clear();
    encoder.encode(chars, bytes, ended);
    chars.compact();
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }
}
