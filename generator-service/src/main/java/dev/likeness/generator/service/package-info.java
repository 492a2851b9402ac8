/** What the generator does: takes requests, works on jobs, tells how far they are. */
@NullMarked
package dev.likeness.generator.service;

import org.jspecify.annotations.NullMarked;
