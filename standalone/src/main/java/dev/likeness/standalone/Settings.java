package dev.likeness.standalone;

import dev.likeness.standalone.embedded.FreePort;
import dev.likeness.standalone.embedded.StartException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/**
 * Where this process listens and where it keeps its data.
 *
 * @param host address to bind to; loopback unless an API key is configured
 * @param port to answer on
 * @param data folder of everything that lasts
 */
record Settings(String host, int port, Path data) {

  private static final String KEY_VARIABLE = "LIKENESS_API_KEY";

  /** Validates the address and the port; port 0 becomes a free one. */
  Settings {
    if (port < 0 || port > 65535) {
      throw new StartException("port = " + port + ", expected 0 to 65535");
    }
    if (port == 0) {
      port = FreePort.find();
    }
    if (!isLoopback(host) && System.getenv().getOrDefault(KEY_VARIABLE, "").isBlank()) {
      throw new StartException(
          "Refusing to listen on "
              + host
              + ": without a key anybody who reaches this machine could"
              + " read the data. Set "
              + KEY_VARIABLE
              + " (every request must then carry it), or"
              + " stay on 127.0.0.1.");
    }
  }

  /** The address for people and for the demo. */
  String url() {
    return "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port;
  }

  /**
   * Where PostgreSQL's programs are unpacked: given by the start script, else in the data folder.
   */
  Path runtime() {
    String given = System.getProperty("likeness.runtime-dir", "");
    return given.isEmpty() ? data.resolve("runtime") : Path.of(given);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new StartException("host = " + host + ", expected a name or address of this machine");
    }
  }
}
