package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.commons.validator.routines.InetAddressValidator;

/** IP addresses, version 4 and 6. */
@AutoService(Detector.class)
public final class IpAddressDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.IP_ADDRESS)
              .words("ip_address")
              .values("are IP addresses", 7, IpAddressDetector::valid)
              .must("are IP addresses", IpAddressDetector::valid));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  static boolean valid(String value) {
    return (value.indexOf('.') > 0 || value.indexOf(':') >= 0)
        && InetAddressValidator.getInstance().isValid(value);
  }
}
