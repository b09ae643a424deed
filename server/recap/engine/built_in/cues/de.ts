/** German. */
import { phrases, words } from './cue_list.ts';
import type { CueList } from './cue_list.ts';

/** Phrases of German. */
export const german: CueList = {
  language: 'de',
  transcriptions: { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' },
  stopWords: words(`
    aber alle als also am an auch auf aus bei bin bis da dann das dass dem den der des die dir doch du ein eine
    einen einer er es für habe haben hab hat hier ich ihr im in ist ja kann kein keine man mal mich mit mir muss
    nach nicht noch nur oder schon sich sie sind so über um und uns von vor war was wenn wer wie wir wird wo zu
    zum zur`),
  decision: phrases(`
    wir haben entschieden | haben wir entschieden | wurde entschieden | entschieden | ^entscheidung
    die entscheidung ist gefallen | entscheidung gefallen | haben beschlossen | ist beschlossen | beschlossen
    beschluss | wir haben uns geeinigt | haben uns geeinigt | wir einigen uns auf | wir machen es so
    wir machen das so | machen wir so | dann machen wir | so machen wir | ^dann so | wir bleiben bei
    es bleibt bei | bleibt es bei | dabei bleibt es | dabei bleibt's | wir bleiben dabei | ist freigegeben
    freigegeben | ist genehmigt | genehmigt | wird verschoben | verschieben wir | wir verschieben
    ist abgesagt | wir sagen ab | festgelegt | steht fest | wir nehmen | wir gehen mit | gehen wir mit
    grünes licht | ist bewilligt | bewilligt | vertagt | schalten wir ab | ist geklärt | der termin bleibt
    sind uns einig | waren uns einig | ist vereinbart | vereinbart | abgemacht ist | ist bestätigt für
    neuer termin ist | der termin ist | wird verlegt | ist verlegt | verlegt auf | ist abgelehnt worden
    machen wir nicht | wir machen nicht | kommt nicht infrage | kommt nicht in frage | fällt aus am
    wird vorgezogen | das machen wir | hat zugestimmt | haben zugestimmt | ist durchgewunken | dann bleibt es`),
  ruling: phrases(`
    nehmen wir | bleibt bei | wir schalten | wir stellen um | ziehen um | kommt in die | weisen wir
    ab sofort | ist raus | fällt weg | lassen wir | wir lassen | wir warten | geht erst | ist nicht am
    gilt ab | ^neuer termin | ^ergebnis | wird gemacht | geklärt ist | bleibt dabei | es wird | wird es
    der plan ist | neuer plan | wird gestrichen | gestrichen | wird verlängert | verlängert bis | verlängern
    wird eingestellt | wird abgeschaltet | wird ersetzt | wird getauscht | kommt raus | kommt weg
    bekommt vorrang | hat vorrang | geht vor | erst wenn | ab montag gilt | ab heute | ab nächster woche
    bis auf weiteres | abgelehnt | ist abgelehnt | zugesagt | nächste woche dann | wartungsfenster ist
    nicht vor | erst nach | erst dann | nur noch | niemand fasst | niemand spielt | keiner fasst | keiner spielt
    gilt für | gilt bis | findet statt | findet am | startet am | beginnt am | endet am
    läuft bis | geht live | ist gesperrt bis | bleibt gesperrt | wie besprochen | wie vereinbart | wie geplant
    unter der bedingung | sofern | wird umgezogen | zieht um | wandert in | rutscht in | rutscht auf`),
  undecided: phrases(`
    nicht entschieden | noch nicht entschieden | keine entscheidung | noch keine entscheidung | immer noch nicht
    entscheidung steht aus | müssen entscheiden | müssen wir entscheiden | wer entscheidet | nicht genehmigt
    nicht freigegeben | noch offen | vielleicht | noch nicht fest | könnten wir | damals | früher haben
    hatten beschlossen | hatten wir beschlossen`),
  proposal: phrases(`
    ich schlage vor | vorschlag | mein vorschlag | wie wäre es | wie wär's | wollen wir | sollen wir | sollten wir
    ich würde | lass uns | lasst uns | wir könnten | ich bin für | wäre mir am liebsten | spricht etwas dagegen`),
  acceptance: phrases(`
    ^einverstanden | ^klingt gut | ^passt für mich | ^passt | ^bin dafür | ^dafür | ^machen wir | ^machen wir so
    ^ja machen wir | ^ja gerne | ^gerne so | ^gute idee | ^finde ich gut | ^von mir aus | ^zustimmung
    ^abgemacht | ^+1 | ^👍 | ^✅ | ^:+1: | ^:white_check_mark: | ^:thumbsup:`),
  commitment: phrases(`
    ich mache | mache ich | mach ich | ich übernehme | übernehme ich | ich kümmere mich | kümmere mich
    kümmere ich mich | ich schicke | schicke ich | ich schreibe | ich schaue | schaue ich | schau ich mir
    schau mir | ich werde | werde ich | ich erledige | erledige ich | ich bereite | ich prüfe | ich kläre
    ich ruf | ich rufe | rufe ich | ich richte | richte ich | ich stelle | ich baue | ich gebe | ich melde
    ich nehme | nehme ich | ich frage | frage ich | ich lasse | geht raus | ich bin dran | bin dran
    mach ich heute | mache das | erledige das | kümmer mich | ich kümmer mich | nehm ich | nehme das | ich fahre
    fahre ich | ich bestelle | bestelle ich | ich tausche | tausche ich | ich teste | teste ich | ich organisiere
    ich besorge | besorge ich | ich sage bescheid | sag ich bescheid | ich trage | ich lege | ich bringe
    bringe ich | ich hole | hole ich | ich warte ab und | übernehm ich
    ich mach | ich schick | ich schreib | ich frag | ich klär | ich prüf | ich bau | ich meld mich
    ich melde mich | ich schau | schick ich | schreib ich | frag ich | ruf ich | klär ich | prüf ich | bau ich
    klär das | kläre das | prüfe das | schaue mir | kann ich machen | kann ich übernehmen | ich könnte
    ich kann das | ich setze | setze ich | setz ich | ich sag | ich erstelle | erstelle ich | ich gehe
    ich verschiebe | ich sorge | sorge ich | bin dabei | kommt heute | bis dahin steht | ist bei mir
    liegt bei mir | ich leg`),
  noCommitment: phrases(`
    ich werde nicht | ich werde nie | bin ich nicht | bitte beachten | bitte ignorieren | bitte nicht | nicht nötig
    schon erledigt | hat sich erledigt | nehme ich zurück | nehm ich zurück | mir jemand sagen | mir wer sagen
    jemand sagen ob | weiß jemand | kannst du dazukommen | komm bitte dazu | im urlaub bis | im urlaub | nicht da bis
    weg bis | ist krank | erst wieder da | auf der messe | auf einer messe | auf dienstreise | auf reisen | abwesend
    nicht im büro | nicht im haus | ich werde vermissen | ich wette | ich sag | ich glaub`),
  request: phrases(`
    kannst du | könntest du | kann jemand | könnte jemand | könnt ihr | würdest du | bitte | denk daran
    denkt daran | nicht vergessen | muss noch | müsste noch | müssen noch | sollte bitte | ist zuständig
    schaffst du | schaust du | machst du | übernimmst du | bringst du | sollst du | du musst | ihr müsst
    jeder bringt | schau dir | bring | gib mir | gebt mir | sagt mir | sag mir | baut
 jemand müsste | jemand muss | wer kann | wer könnte | wer übernimmt | macht bitte | meldet euch
    meldet euch bei | gib bescheid | gebt bescheid | bescheid geben | tragt euch ein | schickt mir | schick mir
    prüf bitte | prüft bitte | kümmerst du dich | kümmert sich | soll noch | sollen bis | muss bis | müssen bis
    zuständig | verantwortlich
    macht das | macht's | übernimmt | schaut drauf | schickt | prüft | klärt | bereitet | ist dran | magst du
    könntet ihr | denkst du dran | denkt dran | schickst du | prüfst du | klärst du | gibst du | sagst du
    meldest du | rufst du | kümmert euch | bitte noch | wir brauchen noch | ich brauche noch | ich bräuchte
    brauche bis | du bist dran | jeder schaut | sagt bescheid | sag bescheid | bitte bis | tragt | füllt
    bringt bitte | wer hilft | wer schaut | sollte jemand | müsste jemand | deine aufgabe`),
  task: phrases(`
    ^todo | ^aufgabe | ^aufgaben | ^nächste schritte | ^nächster schritt | ^zu erledigen | ^wer macht was`),
  everyone: phrases(`
    alle | jeder | jede | wer noch | an alle | für alle | ihr alle | allesamt | niemand | liebe kolleginnen
    liebe kollegen | liebe alle | hallo zusammen | alle nutzer | alle mitarbeitenden`),
  deadlineMark: phrases(`bis | bis zum | bis spätestens | spätestens | vor | vor dem | zum`),
  deadline: phrases(`
    heute abend | heute nachmittag | heute mittag | heute noch | heute | morgen | morgen früh | morgen mittag | übermorgen
    diese woche | nächste woche | bis mittag | bis ende der woche | bis ende des tages | bis zum wochenende
    am montag | am dienstag | am mittwoch | am donnerstag | am freitag | vor dem release | sofort
    im laufe des tages | im laufe der woche | nach dem mittag | nach der pause | heute früh | ende der woche
    ende des monats | anfang nächster woche | ende nächster woche | so schnell wie möglich | zeitnah
    am samstag | am sonntag | kommende woche | nächsten montag | nächsten freitag | diesen freitag
    am wochenende | sobald du zurück bist | wenn du zurück bist | asap`),
  noDeadline: phrases(
    `guten morgen | morgen zusammen | bis heute | bis jetzt | bis dahin | bis später | bis dann`,
  ),
  date: phrases(`
    montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonntag | januar | februar | märz | april | mai
    juni | juli | august | september | oktober | november | dezember | heute | morgen | übermorgen | nächste woche
    diese woche | quartalsende | monatsende | uhr`),
  acknowledgement: words(`
    ok okay ja jep jo nein danke dankeschön vielen dank super top klasse prima gut sehr alles klar passt perfekt
    genau stimmt cool gerne bitte haha lol hm hmm ach so verstanden +1 mach ich klassiker sorry moin puh oh ah`),
  chatter: phrases(`
    guten morgen | morgen zusammen | moin | guten abend | schönen feierabend | feierabend | schönes wochenende
    alles gute | herzlichen glückwunsch | glückwunsch | mittagessen | mittagspause | mahlzeit | kaffee | kuchen
    wetter | kantine | haha | lol | bis später | viel glück | guten appetit | wochenende | gestern abend | konzert
    spiel | film | rezept | abendessen | frühstück | döner | kekse | eis essen | grillen`),
  trouble: phrases(`
    ausfall | störung | kaputt | fehlgeschlagen | fehler | fehlt | fehlen | falsch | falschen | hängt | hängen
    doppelt | blockiert | verzögert | langsam | steht | geht nicht | klappt nicht | funktioniert nicht | problem
    probleme | abgelaufen | verloren | betroffen | betroffen sind | abgebrochen | zu spät | meldet | gesperrt | weg
    offline | nicht erreichbar | unerreichbar | tot | defekt | abgestürzt | stürzt ab | voll | überlastet | überhitzt
    ausgefallen | fällt aus | gestört | unterbrochen | abgelehnt | krank | kündigt | gekündigt | beschwert
    beschweren | eskaliert | dringend | warnung | alarm | kritisch | lücke | leck | verspätet | verspätung
    überfällig | kein netz | keine verbindung | raus | nicht da | defekte | läuft nicht | startet nicht | lädt nicht
    doppelt gebucht | ausgesperrt | zurückgerufen | rückruf | leer | knapp | verletzt | gestohlen | undicht
    ausverkauft | reißt | gerissen | steht still`),
  outcome: phrases(`
    läuft wieder | geht wieder | ursache | gefunden | behoben | gelöst | ausgerollt | ausgeliefert | veröffentlicht
    live | ist draußen | ist drin | ist durch | hat durch | sind durch | bestätigt | erledigt | fertig | abgesprochen
    abgestimmt | freigabe | grün | wieder normal | umgezogen | eingespielt | zurückgemeldet | hat sich gemeldet
    wieder da | wieder erreichbar | wieder online | wiederhergestellt | repariert | getauscht | ausgetauscht
    neu gestartet | neustart | geklärt | schuld war | lag an | lag am | liegt an | grund war | der grund | grund ist
    verursacht | zurückgerollt | zurückgebaut | angekommen | geliefert | bestellt | genehmigt | unterschrieben
    getestet | abgeschlossen | umgestellt | migriert | entstört | verbindung steht | alle wieder | keine verluste
    wieder | funktioniert wieder | klappt wieder | wieder frei | wieder im | zurück | freigegeben | abgegeben
    eingereicht | eingetroffen | ist da | sind da | zugesagt | abgesagt | nichts verloren`),
  change: phrases(`
    verschieben sich | verlegt | verschoben | nicht mehr | statt | stattdessen | sondern | ab sofort | erst am
    frühestens | spätestens | neuer termin | ab jetzt | ab montag | gilt ab | jetzt doch | dann erst | bleibt
    bleiben | ab dem | künftig | wieder | seit | geändert | ändert sich | neu ist | früher als | später als
    eine woche später | vorgezogen | zurückgestellt | ersetzt | abgelöst | läuft aus | entfällt | gilt nicht
    nur noch | bis auf weiteres | nicht vor | zukünftig | neue frist | neuer stand | jetzt am | verschiebt sich
    rutscht | rutschen | rückt | wird zu | wechselt | getauscht | neue uhrzeit | neuer raum | statt am | gilt jetzt
    einen tag früher | einen tag später | erst ab | wird verlegt | wandert`),
  retraction: phrases(`
    nehm ich zurück | nehme ich zurück | ^moment | ^quatsch | ^korrektur | ^stimmt nicht | ^falscher alarm
    ^doch nicht | war falsch | vergesst es`),
  hedge: phrases(`
    ich glaube | glaub ich | glaube ich | vielleicht | wahrscheinlich | vermutlich | bestimmt | ich denke
    denke ich | könnte sein | keine ahnung | bin nicht sicher | oder so`),
  question: phrases(`
    fragt ob | fragte ob | will wissen | möchte wissen | ^weiß jemand | ^weiss jemand | ^hat jemand
    ^kennt jemand | ^kann jemand | ^kann mir jemand | ^gibt es | ^wo ist | ^wo finde | ^wann ist | ^wann kommt
    ^wann bekommt | ^wie kann | ^wie bekomme | ^wie machen wir | ^warum ist | ^wer kann | ^wer macht | ^wer nimmt
    ^welche version`),
  aside: phrases(`
    für die neugierigen | wen es interessiert | wen's interessiert | wens interessiert | zur erheiterung
    erinnert mich | wisst ihr noch | weißt du noch | vor jahren | seinerzeit | in meinem letzten job
    in meinem alten job | beim alten arbeitgeber | in meiner letzten firma | in meiner alten firma
    meiner meinung nach | meines erachtens | wenn ihr mich fragt | wenn es nach mir | wenn's nach mir | wenns nach mir
    ginge es nach mir | nach mir ginge | dumme frage | blöde frage | kein witz | scherz beiseite | spaß beiseite
    laut gedacht | laut denken | erst dachte | erst gedacht | zuerst dachte | dann dachte | meine mutter | mein vater
    meine frau | mein mann | meine kinder | mein sohn | meine tochter | mein nachbar | meine nachbarin | meine oma
    mein opa | mein bruder | meine schwester | meine nichte | mein neffe | danke an alle | dank an alle
    bei allen bedanken | herzlichen dank an | tolles team | helden | ihr seid die besten | stolz auf euch
    im idealfall | in einer idealen welt | wäre doch schön | man wird ja träumen | lässt grüßen | lassen grüßen
    erzähl ich euch | zur kenntnis | protokoll der | protokoll vom | betrifft uns nicht | nicht für uns
    geht uns nichts an | nur zur info | reinkopiert | kopiere das | hier rein kopiert | aus dem newsletter | wörtlich
    weitergeleitet von | zum weitersagen | nur zum lachen | im scherz | unter uns | mal unter uns
    ich werde vermissen | trauere`),
  self: words(`ich mir mich mein meine meinem meinen meiner meins`),
};
