package dev.likeness.profiler.service;

import dev.likeness.profiler.persistence.Profile;

/** Keys of the objects that the profiler makes; the last segment begins with {@code profile}. */
final class ProfileObjects {

  private ProfileObjects() {}

  /**
   * A profile.
   *
   * @param maker what sets it apart from others of the same version
   */
  static String profile(Profile row, String maker) {
    return key(row, "profile-" + row.version + "-" + maker);
  }

  /** What people said, since that version of the profile. */
  static String said(Profile row) {
    return key(row, "profile-" + row.version + "-said");
  }

  /** Something that was found between columns. */
  static String finding(Profile row, FindingKind kind, long fence) {
    return key(row, "profile-" + row.version + "-" + kind.word() + "-" + fence);
  }

  private static String key(Profile row, String name) {
    return "datasets/"
        + row.tenant
        + "/"
        + row.datasetId
        + "/"
        + row.readingVersion
        + "/"
        + name
        + ".json";
  }
}
