package dev.likeness.table.profile;

/**
 * The value below which a share of the values lies.
 *
 * @param p the share
 * @param value linear between neighbours
 */
public record Quantile(double p, Scalar value) {}
