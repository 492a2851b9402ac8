package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.List;

/** Names to log in with. */
@AutoService(Detector.class)
public final class UsernameDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.USERNAME)
              .called(
                  """
              username, user name, login, login name, user login, userid name, handle,
              screen name, nick, alias, nickname online, account name, twitter handle,
              benutzername, benutzer, kennung, anmeldename, usuario, nombre de usuario,
              nom d utilisateur, identifiant, pseudo, nome utente, gebruikersnaam,
              nome de usuario, utilizador, nazwa uzytkownika, login uzytkownika, anvandarnamn,
              brukernavn, kayttajatunnus, password, passwort, password hash, pwd, passwd,
              contrasena, mot de passe, wachtwoord, senha, haslo, pin
              """)
              .mentioned(
                  """
              username, user name, login name, screen name, password, benutzername,
              gebruikersnaam
              """)
              .unless(
                  """
              attempts, failed, date, time, last, ip, type, strength, expires, guest, host,
              logged
              """)
              .must("are one word", Shapes.like("\\S{2,130}"))
              .fact(
                  "Its values repeat a lot.",
                  -7,
                  column -> column.distinctShare() < 0.05 && column.profile().count() > 50));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }
}
