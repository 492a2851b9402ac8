package dev.likeness.table.condition;

/**
 * A condition that is understood.
 *
 * @param pointer JSON pointer to the condition within the request
 * @param position of the column in the schema, from 0
 * @param condition as it was given
 * @param set values that fulfil it
 */
public record BoundCondition(String pointer, int position, Condition condition, ValueSet set) {}
