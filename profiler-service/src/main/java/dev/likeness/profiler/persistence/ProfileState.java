package dev.likeness.profiler.persistence;

/** How far a profile is. */
public enum ProfileState {
  /** The columns are being looked at. */
  PROFILING,
  /** There is a profile. */
  PROFILED,
  /** There will be none. */
  FAILED
}
