package dev.likeness.table.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinalScaleTest {

  /** Values in their order; they are asked for in the order of their texts. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "low;medium;high",
        "Very Low;Low;Moderate;High;Very High",
        "LOW;MED;HIGH",
        "Low;High;CRITICAL;Unknown",
        "niedrig;mittel;hoch",
        "faible;moyenne;élevée",
        "bajo;medio;alto;muy alto",
        "низкий;средний;высокий",
        "低;中;高",
        "S;M;L",
        "xs;s;m;l;xl;xxl",
        "small;medium;large",
        "klein;mittel;groß",
        "pequeño;mediano;grande",
        "primary;secondary;tertiary;unknown",
        "Preschool;1st-4th;5th-6th;7th-8th;9th;10th;11th;12th;HS-grad;Some-college;Assoc-voc;"
            + "Assoc-acdm;Bachelors;Masters;Prof-school;Doctorate",
        "Less than high school degree;High school degree;Some college or Associate degree;"
            + "Bachelor degree;Graduate degree",
        "Hauptschule;Realschule;Abitur;Bachelor;Master;Promotion",
        "sans diplôme;brevet;bac;licence;master;doctorat",
        "primaria;secundaria;bachillerato;universidad",
        "Strongly disagree;Disagree;Neither agree nor disagree;Agree;Strongly agree",
        "Strongly_Disagree;Somewhat_Disagree;Neutral;Somewhat_Agree;Strongly_Agree",
        "stimme gar nicht zu;stimme eher nicht zu;teils/teils;stimme eher zu;stimme voll zu",
        "pas du tout d'accord;plutôt pas d'accord;plutôt d'accord;tout à fait d'accord",
        "totalmente en desacuerdo;en desacuerdo;de acuerdo;totalmente de acuerdo",
        "Very unfavorably;Somewhat unfavorably;Neither favorably nor unfavorably (neutral);"
            + "Somewhat favorably;Very favorably;Unfamiliar (N/A)",
        "very dissatisfied;dissatisfied;satisfied;very satisfied",
        "never;rarely;sometimes;often;always",
        "nie;selten;manchmal;oft;immer",
        "jamais;rarement;parfois;souvent;toujours",
        "daily;weekly;monthly;yearly",
        "Never smoked;former smoker;smokes",
        "mild;moderate;severe",
        "Mon;Tue;Wed;Thu;Fri;Sat;Sun",
        "Montag;Dienstag;Mittwoch;Donnerstag;Freitag",
        "lundi;mardi;mercredi;jeudi;vendredi;samedi;dimanche",
        "lun;mar;mié;jue;vie;sáb;dom",
        "月;火;水;木;金;土;日",
        "jan;feb;mar;apr;may;jun;jul;aug;sep;oct;nov;dec",
        "Jänner;Februar;März;April;Mai;Juni",
        "janvier;février;mars;avril;août;décembre",
        "enero;febrero;marzo;agosto;diciembre",
        "gennaio;febbraio;luglio;ottobre",
        "январь;февраль;март",
        "Fair;Good;Very Good;Premium;Ideal",
        "poor;fair;good;excellent",
        "PIP;Needs Improvement;Fully Meets;Exceeds",
        "ungenügend;ausreichend;befriedigend;gut;sehr gut",
        "1st;2nd;3rd",
        "I;II;III;IV",
        "F;D;C;C+;B-;B;B+;A-;A;A+",
        "BBB;A;AA;AAA",
        "A1;A2;B1;B2;C1;C2",
        "Freshman;Sophomore;Junior;Senior",
        "bronze;silver;gold;platinum",
        "18-24;25-34;35-44;45-54;55-64;65+",
        "<18;18-24;25-34;>34",
        "under 18;18 to 24;25 to 64;65 and over",
        "0–9;10–19;20–29;100–109",
        "unter 18;18 bis 24;25 bis 64;ab 65",
        "unter 18 Jahre;18-24 Jahre;65 Jahre und älter",
        "moins de 18 ans;18 à 24 ans;25 à 64 ans;65 ans et plus",
        "menos de 18 años;18 a 24 años;65 años o más",
        "$0 - $24,999;$25,000 - $49,999;$100,000 - $149,999;$150,000+;Unknown",
        "<10k;10k-50k;50-100k;>100k",
        "[0,10);[10,20);[20,30);[100,110)",
        "(0.5, 1.25];(1.25, 2.5];(2.5, inf)",
        "< 1 month;1-6 months;1 year;2-5 years;10+ years",
        "< 1 year;1 year;2 years;3 years;10+ years",
        "0;1;2;3+",
        "0-5 km;5-10 km;10-100 km",
        "2017-2018;2018-2019;2019-2020",
        "Stage I;Stage II;Stage III;Stage IV",
        "Level 1;Level 2;Level 10",
        "Q1;Q2;Q3;Q4",
        "Klasse 1;Klasse 2;Klasse 11",
        "1 - low;2 - mid;3 - top;10 - extreme",
        "(1) strongly against;(2) against;(3) in favour"
      })
  void knowsTheOrder(String scale) {
    List<String> ordered = List.of(scale.split(";"));
    List<String> asked = ordered.stream().sorted().toList();
    assertThat(OrdinalScale.of(asked).map(found -> found.sorted(asked))).hasValue(ordered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "low;high",
        "red;green;blue",
        "A;B;C;D;E;F",
        "a;b;c",
        "m;s;d",
        "S;C;Q",
        "yes;no;unknown",
        "555-1234;555-9876;555-4444",
        "12-34;11-40;13-20",
        "2-1;0-3;1-1",
        "1/2;3/4;5/6",
        "Room 1;Room 2;Room 3",
        "married;single;divorced",
        "Northeast;South;West;Midwest",
        "1 apple;2 dogs;3 cats",
        "NEAR BAY;<1H OCEAN;INLAND;NEAR OCEAN",
        "P100;P200;P300",
        "10 kg;20 m;30 s",
        "12 Main Street;14 Elm Street;16 Oak Street",
        "male;female;unknown;other"
      })
  void seesNoOrderWhereThereIsNone(String names) {
    assertThat(OrdinalScale.of(Arrays.asList(names.split(";")))).isEmpty();
  }
}
