package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;

/** E-mail addresses. */
@AutoService(Detector.class)
public final class EmailDetector implements Detector {

  private static final Pattern OFFICE =
      Pattern.compile(
          "(?i)(info|contact|sales|office|support|admin|service|mail|hello|help|kontakt|contacto|enquiries|reservations?|booking|reception|no-?reply)@.*");
  private static final EmailValidator VALIDATOR = EmailValidator.getInstance(true, true);

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.EMAIL)
              .words("email")
              .values("are e-mail addresses", 8.5, EmailDetector::valid)
              .must("hold an at sign", value -> value.indexOf('@') > 0)
              .fact(
                  "They are boxes of organisations.",
                  -14,
                  column -> column.share(EmailDetector::office) > 0.5));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  static boolean valid(String value) {
    return value.indexOf('@') > 0 && (VALIDATOR.isValid(value) || invented(value));
  }

  /** Top-level domains that no registry has, as test data and masked data have them. */
  private static boolean invented(String value) {
    return value.matches("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[A-Za-z]{2,}");
  }

  private static boolean office(String value) {
    return OFFICE.matcher(value).matches();
  }
}
