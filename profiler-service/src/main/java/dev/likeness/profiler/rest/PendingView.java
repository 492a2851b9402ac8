package dev.likeness.profiler.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A profile that is not there yet, on the wire. */
@Schema(name = "PendingProfile")
public record PendingView(@Schema(enumeration = "PROFILING") String state) {}
