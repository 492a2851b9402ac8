package dev.likeness.ingest.service;

import dev.likeness.platform.Tenants;
import dev.likeness.platform.http.Answer;
import dev.likeness.platform.key.DataKeys;
import dev.likeness.privacy.key.DataKey;
import dev.likeness.privacy.key.KeyScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The answers to uploads as they are kept for repeated requests: they show first rows, so that they
 * lie in the database under the key of the dataset that they tell of, and are gone with it.
 */
@Singleton
final class SealedAnswers {

  private static final String USE = "answer to an upload";

  private final DataKeys keys;

  @Inject
  SealedAnswers(DataKeys keys) {
    this.keys = keys;
  }

  /** The answer with an unreadable body. */
  Answer seal(Answer answer) {
    try {
      DataKey key = key(answer);
      byte[] clear = answer.body().getBytes(StandardCharsets.UTF_8);
      byte[] sealed = key.randomised().encrypt(clear, key.scope().associatedData(USE));
      return with(answer, Base64.getEncoder().encodeToString(sealed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an answer cannot be encrypted", e);
    }
  }

  /**
   * The answer as it was given.
   *
   * @throws dev.likeness.privacy.key.KeyUnavailableException when its dataset was erased
   */
  Answer open(Answer answer) {
    try {
      DataKey key = key(answer);
      byte[] sealed = Base64.getDecoder().decode(answer.body());
      byte[] clear = key.randomised().decrypt(sealed, key.scope().associatedData(USE));
      return with(answer, new String(clear, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a kept answer does not fit its dataset", e);
    }
  }

  private DataKey key(Answer answer) {
    String location = answer.location().orElseThrow();
    String dataset = location.substring(location.lastIndexOf('/') + 1);
    return keys.of(KeyScope.dataset(Tenants.DEFAULT, dataset));
  }

  private static Answer with(Answer answer, String body) {
    return new Answer(answer.status(), answer.location(), body, answer.replayed());
  }
}
