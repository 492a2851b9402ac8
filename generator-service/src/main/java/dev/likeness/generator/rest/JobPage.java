package dev.likeness.generator.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Some jobs, newest first.
 *
 * @param items the jobs
 * @param nextCursor where the next page begins, or null on the last
 */
@Schema(name = "JobPage")
public record JobPage(List<JobView> items, @Nullable String nextCursor) {}
