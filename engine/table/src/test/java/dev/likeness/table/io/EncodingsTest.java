package dev.likeness.table.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.likeness.numerics.RunContext;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small tables in the languages of the world and the character sets that they are found in. */
class EncodingsTest {

  @TempDir Path folder;

  private Reading read(String text, String charset) throws IOException {
    Path file = Files.write(folder.resolve("in.csv"), text.getBytes(Charset.forName(charset)));
    return TableReader.ingest(file, parquet(), ReadLimits.defaults(), RunContext.quiet());
  }

  private Path parquet() {
    return folder.resolve("out.parquet");
  }

  private String text(Reading reading) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", reading.columns()));
    CanonicalTable.preview(parquet(), 1000).stream()
        .map(row -> String.join(",", row.stream().map(cell -> cell.orElse("")).toList()))
        .forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }

  static Stream<Arguments> languages() {
    return Stream.of(
        arguments(
            "Shift_JIS EUC-JP windows-31j",
            """
            氏名,都道府県,備考
            山田太郎,東京都,担当者に電話した
            鈴木花子,大阪府,返信を待っている
            佐藤健一,北海道,書類を送付済み
            高橋美咲,福岡県,来週また連絡する
            ｱｲｳｴｵ商店,京都府,カタカナの名前
            """),
        arguments(
            "GBK GB18030",
            """
            姓名,城市,备注
            王小明,北京,已经联系客户
            李丽,上海,等待回复
            张伟,广州,文件已寄出
            刘洋,深圳,下周再打电话
            陈静,成都,没有问题
            """),
        arguments(
            "Big5",
            """
            姓名,城市,備註
            王小明,臺北,已經聯絡客戶
            李麗,高雄,等待回覆
            張偉,臺中,文件已寄出
            劉洋,臺南,下週再打電話
            陳靜,新竹,沒有問題
            """),
        arguments(
            "EUC-KR x-windows-949",
            """
            이름,도시,비고
            김철수,서울,고객에게 전화함
            이영희,부산,답변을 기다리는 중
            박민수,대구,서류를 보냈음
            최지은,인천,다음 주에 다시 연락
            정대현,광주,문제 없음
            """),
        arguments(
            "windows-1251 KOI8-R ISO-8859-5 IBM866",
            """
            Имя,Город,Примечание
            Иван Петров,Москва,Позвонить клиенту завтра
            Мария Иванова,Казань,Ждёт ответа
            Алексей Смирнов,Новосибирск,Документы отправлены
            Ольга Кузнецова,Самара,Всё в порядке
            Дмитрий Попов,Омск,Перезвонить
            """),
        arguments(
            "windows-1250 ISO-8859-2",
            """
            Imię,Miasto,Uwagi
            Łukasz Wiśniewski,Kraków,Zadzwonić jutro
            Małgorzata Wójcik,Łódź,Czeka na odpowiedź
            Stanisław Kowalczyk,Gdańsk,Dokumenty wysłane
            Agnieszka Dąbrowska,Poznań,Wszystko w porządku
            Paweł Zieliński,Wrocław,Proszę oddzwonić
            """),
        arguments(
            "windows-1250 ISO-8859-2",
            """
            Jméno,Město,Poznámka
            Jiří Novák,Plzeň,Zavolat zítra
            Kateřina Dvořáková,České Budějovice,Čeká na odpověď
            Tomáš Svoboda,Ústí nad Labem,Dokumenty odeslány
            Lucie Černá,Brno,Všechno v pořádku
            Ondřej Kučera,Děčín,Příště
            """),
        arguments(
            "windows-1250 ISO-8859-2",
            """
            Név,Város,Megjegyzés
            Kovács Gergő,Győr,Holnap hívni
            Szűcs Erzsébet,Székesfehérvár,Válaszra vár
            Tóth Győző,Pécs,Iratok elküldve
            Nagy Ödön,Kőszeg,Minden rendben
            Őri Rózsa,Hódmezővásárhely,Később
            """),
        arguments(
            "windows-1253 ISO-8859-7",
            """
            Όνομα,Πόλη,Σημείωση
            Γιώργος Παπαδόπουλος,Αθήνα,Να τηλεφωνήσω αύριο
            Μαρία Νικολάου,Θεσσαλονίκη,Περιμένει απάντηση
            Νίκος Γεωργίου,Πάτρα,Τα έγγραφα στάλθηκαν
            Ελένη Δημητρίου,Ηράκλειο,Όλα καλά
            Άννα Ιωάννου,Λάρισα,Αργότερα
            """),
        arguments(
            "windows-1254 ISO-8859-9",
            """
            Ad,Şehir,Açıklama
            Ayşe Yılmaz,İstanbul,Yarın aranacak
            Mehmet Öztürk,Eskişehir,Cevap bekliyor
            Güneş Şahin,Diyarbakır,Belgeler gönderildi
            Işıl Çelik,Muğla,Her şey yolunda
            Çağrı Doğan,Iğdır,Daha sonra
            """),
        arguments(
            "windows-1255",
            """
            שם,עיר,הערה
            יוסי כהן,תל אביב,להתקשר מחר
            רחל לוי,ירושלים,מחכה לתשובה
            דוד מזרחי,חיפה,המסמכים נשלחו
            שרה פרץ,באר שבע,הכול בסדר
            משה ביטון,אילת,אחר כך
            """),
        arguments(
            "windows-1256",
            """
            الاسم,المدينة,ملاحظة
            محمد علي,القاهرة,الاتصال غدا
            فاطمة حسن,الرياض,في انتظار الرد
            أحمد خالد,بغداد,تم إرسال الوثائق
            مريم يوسف,بيروت,كل شيء على ما يرام
            خالد عمر,دمشق,لاحقا
            """),
        arguments(
            "windows-1252 ISO-8859-15 x-MacRoman",
            """
            Name,Stadt,Notiz
            Jürgen Müller,Köln,Rückruf möglich
            Käthe Groß,München,wartet auf Antwort
            Björn Schäfer,Düsseldorf,Unterlagen geschickt
            Jörg Weiß,Nürnberg,alles in Ordnung
            Änne Böhm,Lübeck,später
            """),
        arguments(
            "windows-1252 x-MacRoman",
            """
            Nom,Ville,Note
            Hélène Lefèvre,Besançon,à rappeler
            François Dupré,Nîmes,en attente
            Noël Garçon,Orléans,envoyé
            Zoé Béranger,Angoulême,très bien
            Anaïs Côté,Évry,plus tard
            """),
        arguments(
            "x-windows-874",
            """
            ชื่อ,เมือง,หมายเหตุ
            สมชาย ใจดี,กรุงเทพ,โทรกลับพรุ่งนี้
            สมหญิง รักไทย,เชียงใหม่,รอคำตอบ
            วิชัย ทองดี,ภูเก็ต,ส่งเอกสารแล้ว
            """),
        arguments(
            "windows-1257",
            """
            Vardas,Miestas,Pastaba
            Žygimantas Šimkus,Šiauliai,Paskambinti rytoj
            Rūta Kazlauskienė,Panevėžys,Laukia atsakymo
            Jonas Petrauskas,Klaipėda,Dokumentai išsiųsti
            Eglė Žukauskaitė,Kėdainiai,Viskas gerai
            """),
        arguments(
            "windows-1251",
            """
            Ім'я,Місто,Примітка
            Олексій Їжак,Київ,зателефонувати
            Євгенія Ґалаґан,Запоріжжя,чекає відповіді
            Ілля Шевченко,Львів,все гаразд
            """),
        arguments(
            "windows-1257",
            """
            Vārds,Pilsēta,Piezīme
            Jānis Bērziņš,Rīga,piezvanīt rīt
            Lāsma Kļaviņa,Liepāja,gaida atbildi
            Ņina Ķirse,Daugavpils,vēlāk
            """),
        arguments(
            "windows-1250",
            """
            Ime,Grad,Bilješka
            Željka Šimić,Čakovec,nazvati sutra
            Đuro Ćosić,Križevci,čeka odgovor
            Goran Đurđević,Šibenik,sve u redu
            """),
        arguments(
            "windows-1250",
            """
            Nume,Oraş,Notă
            Ştefan Ţăranu,Timişoara,sună mâine
            Ioniţă Brânză,Iaşi,aşteaptă răspuns
            Cătălina Mâţă,Bucureşti,în regulă
            """),
        arguments(
            "windows-1252 x-MacRoman",
            """
            Navn,By,Note
            Søren Kjær,Århus,ring tilbage
            Åse Ødegård,København,afsendt
            Jørgen Bæk,Ærø,færdig
            """),
        arguments(
            "windows-1252",
            """
            Nafn,Staður,Athugasemd
            Þórður Ægisson,Akureyri,hringja á morgun
            Guðrún Þorláksdóttir,Reykjavík,bíður eftir svari
            Ýmir Æsir,Höfn,allt í góðu
            """),
        arguments(
            "windows-1252",
            """
            Nome,Città,Nota
            Nicolò Forlì,Forlì,è già così
            Perù Bontà,Cefalù,più tardi
            """),
        arguments(
            "windows-1252 x-MacRoman",
            """
            Nome,Cidade,Nota
            João Conceição,São Paulo,não atendeu
            Luís Araújo,Brasília,amanhã
            Inês Simões,Évora,à espera
            """),
        arguments(
            "windows-1252",
            """
            name,country
            Müller,Germany
            Søren,Denmark
            Peña,Spain
            François,France
            João,Portugal
            """),
        arguments(
            "windows-1252",
            """
            id,price
            1,5 €
            2,7 €
            3,12 €
            4,2 €
            5,9 €
            """),
        arguments(
            "windows-1252",
            """
            id,t
            1,12°C
            2,13°C
            3,14°C
            4,15°C
            5,16°C
            """));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void readsEveryLanguageInItsCharacterSets(String charsets, String table) throws IOException {
    for (String charset : charsets.split(" ")) {
      Reading reading = read(table, charset);
      assertThat(text(reading)).as(charset).isEqualTo(table);
      assertThat(reading.warnings())
          .as(charset)
          .filteredOn(warning -> warning.code().equals("odd-charset"))
          .singleElement()
          .satisfies(said -> assertThat(said.message()).contains(reading.dialect().charset()));
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void readsEveryLanguageInUnicode(String charsets, String table) throws IOException {
    for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
      String mark = charset.equals("UTF-8") ? "" : "\uFEFF";
      assertThat(text(read(mark + table, charset))).as(charset).isEqualTo(table);
    }
  }

  @Test
  void saysWhoseLettersTheyAre() throws IOException {
    Reading reading =
        read(
            "\u0438\u043c\u044f,\u043d\n\u0418\u0432\u0430\u043d,5\n\u041e\u043b\u044c\u0433\u0430,7\n",
            "KOI8-R");
    assertThat(reading.warnings().getFirst().message())
        .isEqualTo(
            "The file is not UTF-8; it was read as KOI8-R, by its letters, which are those of"
                + " Russian.");
  }

  @Test
  void believesAPersonBeforeItsOwnGuess() throws IOException {
    String text = "name,n\n\u0418\u0432\u0430\u043d,5\n";
    Path file = Files.write(folder.resolve("in.csv"), text.getBytes(Charset.forName("KOI8-R")));
    ReadOptions said =
        new ReadOptions(
            java.util.Optional.of("windows-1251"),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty());
    Reading reading =
        TableReader.ingest(file, parquet(), said, ReadLimits.defaults(), RunContext.quiet());
    assertThat(reading.dialect().charset()).isEqualTo("windows-1251");
    assertThat(text(reading)).doesNotContain("\u0418\u0432\u0430\u043d");
  }
}
