/** The generator's HTTP paths. */
@NullMarked
package dev.likeness.generator.rest;

import org.jspecify.annotations.NullMarked;
