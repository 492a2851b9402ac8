package dev.likeness.privacy.detect;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** All detectors that exist. */
public final class Detectors {

  private static final List<Detector> ALL =
      ServiceLoader.load(Detector.class, Detector.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(detector -> detector.getClass().getName()))
          .toList();
  private static final KnownWords VOCABULARY = words();

  private Detectors() {}

  private static KnownWords words() {
    Set<Phrase> phrases = new HashSet<>();
    ALL.forEach(detector -> detector.clues().forEach(clues -> phrases.addAll(clues.phrases())));
    phrases.addAll(RowSubject.phrases());
    return KnownWords.of(phrases, Words.ALL);
  }

  /** In the order of their names. */
  public static List<Detector> all() {
    return ALL;
  }

  /** Every word that one of them looks for in headers. */
  static KnownWords vocabulary() {
    return VOCABULARY;
  }
}
