package dev.likeness.synthesis.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where the latents of a column lie when its value is in a set: one latent lies in one of a few
 * intervals, and what it says may ask another latent to lie in a region of its own. Latents that
 * are not asked may lie anywhere.
 *
 * @param latent that lies in one of the pieces
 * @param pieces rising, disjoint, at least one
 */
public record Region(int latent, List<Piece> pieces) {

  private static final double FULL = 1 - 1e-12;

  /** Models make no latent below it. */
  private static final double LOWEST = 0x1p-60;

  /**
   * An interval of a latent.
   *
   * @param lower end, included
   * @param upper end, included; 1 stands for the largest number below it
   * @param share of the rows in the interval whose value is in the set, were latents independent
   * @param inside where another latent must lie, too
   */
  public record Piece(double lower, double upper, double share, Optional<Region> inside) {

    /** Probability of the wanted values in the interval, were latents independent. */
    public double mass() {
      return (upper - lower) * share;
    }

    /** All of an interval. */
    static Piece whole(double lower, double upper) {
      return new Piece(lower, upper, 1, Optional.empty());
    }
  }

  /** Copies the list. */
  public Region {
    pieces = List.copyOf(pieces);
  }

  /**
   * A region of these pieces; empty pieces are dropped, and whole ones that touch become one.
   *
   * @return empty when no piece is left
   */
  static Optional<Region> of(int latent, List<Piece> pieces) {
    List<Piece> kept = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.share() > 0 && piece.upper() > Math.max(LOWEST, piece.lower())) {
        add(piece, kept);
      }
    }
    return kept.isEmpty() ? Optional.empty() : Optional.of(new Region(latent, kept));
  }

  private static void add(Piece piece, List<Piece> kept) {
    if (!kept.isEmpty()) {
      Piece last = kept.getLast();
      boolean touch = last.upper() >= Math.nextDown(piece.lower());
      if (touch && last.inside().isEmpty() && piece.inside().isEmpty()) {
        kept.set(kept.size() - 1, Piece.whole(last.lower(), piece.upper()));
        return;
      }
    }
    kept.add(piece);
  }

  /** A piece that asks a further latent, or does not where that may lie nearly anywhere. */
  static Piece piece(double lower, double upper, Optional<Region> inside, boolean everything) {
    if (everything) {
      return Piece.whole(lower, upper);
    }
    double share = inside.map(Region::mass).orElse(0.0);
    return new Piece(lower, upper, Math.min(1, share), inside);
  }

  /** Probability of the region, were latents independent. */
  public double mass() {
    double mass = 0;
    for (Piece piece : pieces) {
      mass += piece.mass();
    }
    return mass;
  }

  /** Whether the latent may lie anywhere. */
  public boolean isFree() {
    return mass() >= FULL && pieces.stream().allMatch(piece -> piece.inside().isEmpty());
  }

  /** Every latent that the region asks, each after the one that leads to it. */
  public int[] latents() {
    return IntStream.concat(
            IntStream.of(latent),
            pieces.stream()
                .flatMap(piece -> piece.inside().stream())
                .flatMapToInt(region -> IntStream.of(region.latents())))
        .toArray();
  }

  /** The same region with latents counted from another one. */
  Region shifted(int first) {
    return new Region(
        first + latent,
        pieces.stream()
            .map(
                piece ->
                    new Piece(
                        piece.lower(),
                        piece.upper(),
                        piece.share(),
                        piece.inside().map(region -> region.shifted(first))))
            .toList());
  }
}
