package dev.likeness.platform.store;

/** What lies beside the CSV of a masked copy; all of it is put before the CSV. */
public final class MaskedObjects {

  private static final String CSV = ".csv";

  private MaskedObjects() {}

  /** Key of the manifest, by which a copy can be undone, from the key of its CSV. */
  public static String manifest(String csv) {
    return stem(csv) + ".manifest.json";
  }

  /** Key of the vault; there is none where no column was tokenised. */
  public static String vault(String csv) {
    return stem(csv) + ".vault";
  }

  private static String stem(String csv) {
    return csv.endsWith(CSV) ? csv.substring(0, csv.length() - CSV.length()) : csv;
  }
}
