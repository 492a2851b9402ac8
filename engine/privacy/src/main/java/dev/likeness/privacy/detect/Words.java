package dev.likeness.privacy.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words of headers that say whom or what a column is about, in several languages. */
final class Words {

  /** People in their parts: a column about one of them is about a person. */
  static final Set<String> PERSONS =
      set(
          """
          person people individual customer client cust user member subscriber patient pat employee
          emp worker staff student pupil applicant candidate borrower debtor insured policyholder
          holder guest visitor passenger pass player athlete participant subject respondent resident
          citizen tenant owner contact cardholder donor volunteer teacher doctor physician nurse
          driver rider survivor victim suspect defendant inmate offender voter taxpayer beneficiary
          spouse partner father mother parent guardian child husband wife son daughter sibling
          manager supervisor boss colleague recipient sender consignee buyer seller bidder lender
          coapplicant co kunde kunden mitarbeiter patienten nutzer mitglied mitglieder schuler
          arbeitnehmer versicherter versicherten bewerber inhaber teilnehmer gast fahrer vater mutter
          cliente clientes paciente empleado empleada usuario socio alumno alumna estudiante persona
          personas titular solicitante padre madre trabajador afiliado asegurado huesped
          employe salarie adherent assure eleve etudiant utilisateur titulaire pere mere
          paziente dipendente utente iscritto studente studenti alunno lavoratore
          klant klanten patient medewerker werknemer lid leden leerling gebruiker deelnemer
          utilizador funcionario aluno trabalhador associado pai mae beneficiario
          klient klienta pacjent pracownik pracownika uzytkownik czlonek uczen podatnik
          pt pts resp subj nok keeper subscriber ontvanger chauffeur ospite hospede destinatario
          empfanger destinataire responsavel responsable tutor
          anstalld kund medlem elev asiakas tyontekija potilas ansatt kunde borger
          consumer claimant shopper householder head caller enrollee attendee candidate alumni
          tutor sub cli pac vic susp def insd bene dep spouse fiance victim complainant witness
          pensioner trainee apprentice intern learner scholar mentee coach trainer instructor
          befragte befragter proband versicherungsnehmer halter mieter spender schulerin
          karteninhaber antragsteller arbeitnehmerin teilnehmerin besucher reisender nutzerin
          porteur souscripteur allocataire locataire beneficiaire demandeur conjoint conducteur
          voyageur candidat participant abonne donateur enseignant resident administre
          contribuyente tomador inquilino conductor viajero abonado donante docente ciudadano
          intestatario contraente richiedente assistito inquilino conducente viaggiatore abbonato
          donatore docente cittadino socio candidato partecipante intestatari utenza
          segurado requerente inquilino motorista viajante assinante doador cidadao candidato
          participante funcionaria colaborador
          verzekerde aanvrager huurder bestuurder reiziger abonnee donateur inwoner kandidaat
          ubezpieczony wnioskodawca najemca kierowca podrozny abonent darczynca mieszkaniec
          kandydat uczestnik zakaznik zamestnanec pojistenec zadatel najemnik ridic darce
          forsakringstagare hyresgast resenar deltagare sokande innbygger leietaker deltaker
          ansoger lejer deltager passager vakuutettu hakija vuokralainen matkustaja osallistuja
          musteri calisan hasta ogrenci uye kisi pelanggan karyawan pasien siswa nasabah peserta
          """);

  /** Words that add nothing to what a column is. */
  static final Set<String> FILLERS =
      set(
          """
          the your my our his her of a an current primary main full new old raw clean final
          code cd desc description text txt value val col column field fld cat category categories
          group groups grp band bracket bucket range class level lvl label name id no nr num number
          key info data details answer what which is at in for to s please select dim fact tbl
          src in years yrs year y encoded enc cleaned original registered reg self reported dttm dt ts
          de del der des di da do della het von van el la le lo los las les uw ihr ihre votre su
          tu il seu sua kz knz gr fl flg fg bl yn recode recoded derived imputed
          """);

  /** Things, organisations and places that have names, addresses and ages of their own. */
  static final Set<String> THINGS =
      set(
          """
          product item article sku brand model make vehicle car machine device sensor equipment part
          engine asset house housing home building property room apartment flat hotel restaurant
          hospital clinic facility station airport airline flight route ship vessel port store shop
          branch warehouse supplier vendor merchant provider manufacturer company organisation
          organization org firm business agency department authority ministry school college
          university district county team club league stadium event course lesson film movie book
          song album artist title genre species breed animal pet dog horse plant tree file folder
          table column host server domain protocol packet service system software app project task
          ticket order invoice transaction shipment package campaign channel segment hospitalname
          image url link class feature bed beds bank fund contract plan
          produkt artikel marke modell fahrzeug maschine gerat haus gebaude firma lieferant filiale
          producto articulo marca modelo vehiculo maquina empresa proveedor edificio tienda
          produit marque modele vehicule entreprise fournisseur batiment magasin societe
          prodotto marca modello veicolo azienda fornitore edificio negozio
          merk voertuig bedrijf leverancier gebouw winkel
          produto fornecedor loja predio produktu firma dostawca budynek sklep
          """);

  /** Words of tables that count or average over many. */
  static final Set<String> COUNTS =
      set(
          """
          count counts total totals sum avg average mean median min max minimum maximum std stdev
          variance percentage percent pct ratio rate share proportion per population households
          households number_of num_of index score rank frequency freq length width duration delay
          anzahl summe anteil durchschnitt mittelwert cantidad suma media promedio porcentaje nombre_de
          moyenne somme pourcentage taux numero_di totale aantal gemiddelde totaal percentuale
          quantidade liczba suma srednia
          """);

  /** Words that make a flag of a header. */
  static final Set<String> FLAGS =
      set(
          """
          has verified valid validated confirmed opt optin optout consent flag indicator missing
          available enabled allowed exists bounced bounce domain provider subscription preference
          preferred usage service services alert notification notifications status
          """);

  /** Words around what was asked or measured: that it was, and when. */
  static final Set<String> QUALIFIERS =
      set(
          """
          has have had is are was were am be been do does did flag ind indicator ever currently now
          today yn n baseline bl screening followup follow up fu visit visits wave pre post before
          after initial most recent latest recent previous prev measured recorded measurement reading
          result value values status state history hist how much many often would describe consider
          yourself you i my me any provide enter specify indicate choose following best describes
          ist hat haben sind wie welche welcher welches was bist sie wann es esta tiene cual
          cuantos que usted est avez vous quel quelle etes qual sei hai bent heeft wat hoe
          """);

  static final Set<String> THINGS_AND_COUNTS = union(THINGS, COUNTS, FLAGS);
  static final Set<String> PERSONS_AND_FILLERS = union(PERSONS, FILLERS);
  static final Set<String> ALL_BUT_CORE = union(PERSONS, FILLERS, QUALIFIERS);
  static final Set<String> ALL = union(PERSONS, FILLERS, QUALIFIERS, THINGS, COUNTS, FLAGS);

  private Words() {}

  /** The words of a text block, and what those that are short forms stand for. */
  static Set<String> set(String words) {
    Set<String> all = new HashSet<>(List.of(words.strip().split("\\s+")));
    all.addAll(all.stream().map(Abbreviations::full).toList());
    return Set.copyOf(all);
  }

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    Set<String> all = new HashSet<>();
    for (Set<String> set : sets) {
      all.addAll(set);
    }
    return Set.copyOf(all);
  }
}
