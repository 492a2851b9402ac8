package dev.likeness.table.profile;

/**
 * A frequent value.
 *
 * @param value as it stood
 * @param count how often
 */
public record TopValue(String value, long count) {}
