/** What the service does: profiles datasets and knows their profiles. */
@NullMarked
package dev.likeness.profiler.service;

import org.jspecify.annotations.NullMarked;
