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
  private static final Set<String> VOCABULARY = words();

  private Detectors() {}

  private static Set<String> words() {
    Set<String> words = new HashSet<>(Words.ALL);
    ALL.forEach(detector -> detector.clues().forEach(clues -> words.addAll(clues.vocabulary())));
    return Set.copyOf(words);
  }

  /** In the order of their names. */
  public static List<Detector> all() {
    return ALL;
  }

  /** Every word that one of them looks for in headers. */
  static Set<String> vocabulary() {
    return VOCABULARY;
  }
}
