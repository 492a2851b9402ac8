package dev.likeness.platform.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A file from an offset on, for reading.
 *
 * @param file the whole of it
 * @param offset where this view begins
 */
record ShiftedChannel(SeekableByteChannel file, long offset) implements SeekableByteChannel {

  ShiftedChannel(SeekableByteChannel file, long offset) {
    this.file = file;
    this.offset = offset;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return file.read(target);
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws IOException {
    return file.position() - offset;
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    file.position(position + offset);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size() - offset;
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
