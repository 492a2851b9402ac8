package dev.likeness.platform.problem;

/**
 * One of several things wrong with a request.
 *
 * @param pointer JSON pointer to the place, such as {@code /columns/2}
 * @param detail what is wrong there
 */
public record FieldError(String pointer, String detail) {}
