package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Parties, votes, opinions about politics. */
@AutoService(Detector.class)
public final class PoliticalViewDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.POLITICAL_VIEW)
              .called(
                  """
              political view, political views, political party, party, party affiliation,
              political affiliation, political orientation, political opinion, party preference,
              party registration, registered party, vote, voted for, voting intention,
              vote intention, vote choice, last vote, ideology, politics, partei,
              parteizugehorigkeit, politische einstellung, wahlabsicht, sonntagsfrage, partido,
              partido politico, ideologia, intencion de voto, parti, parti politique,
              opinion politique, vote intention, partito, partito politico, orientamento politico,
              partij, politieke voorkeur, politieke partij, stemgedrag, partido politico,
              posicao politica, partia, poglady polityczne, preferencje polityczne, partisympati,
              puolue, candidate choice, candidate voted,
              polviews, pol views, partyid, party id, party affiliation, party identification,
              party registration, voted for, vote choice
              """)
              .mentioned(
                  """
              political, voted, party affiliation, party registration, voting intention, ideology,
              politische, politique, politico, politieke, polityczne, wahlabsicht
              """)
              .unless(
                  """
              third, donation, size, seats, votes, date, contract, contracting, state, situation
              """)
              .fact(
                  "Nearly every row has its own.",
                  -6,
                  column -> column.distinctShare() > 0.9 && column.profile().count() > 30)
              .fact("Its values are numbers with fractions.", -6, ColumnView::fractional));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
