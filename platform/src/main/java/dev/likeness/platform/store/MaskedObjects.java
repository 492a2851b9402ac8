package dev.likeness.platform.store;

/** What lies beside the CSV of a masked copy; all of it is put before the CSV. */
public final class MaskedObjects {

  private static final String CSV = ".csv";
  private static final String MANIFEST = ".manifest.json";

  private MaskedObjects() {}

  /** Key of the manifest, by which a copy can be undone, from the key of its CSV. */
  public static String manifest(String csv) {
    return stem(csv) + MANIFEST;
  }

  /** Whether a key is that of a manifest. */
  public static boolean isManifest(String key) {
    return key.endsWith(MANIFEST);
  }

  /** Key of the vault; there is none where no column was tokenised. */
  public static String vault(String csv) {
    return stem(csv) + ".vault";
  }

  private static String stem(String csv) {
    return csv.endsWith(CSV) ? csv.substring(0, csv.length() - CSV.length()) : csv;
  }
}
