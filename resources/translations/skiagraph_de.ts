<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Annotations</name>
    <message>
        <source>Mark %1</source>
        <translation>„%1“ markieren</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>„%1“ verschieben</translation>
    </message>
    <message>
        <source>Name %1 %2</source>
        <translation>„%1“ in „%2“ umbenennen</translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation>Punkt %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>There are %1 points; remove one to mark another.</source>
        <translation>Es gibt %1 Punkte; einen entfernen, um einen anderen zu markieren.</translation>
    </message>
    <message>
        <source>There is a point &quot;%1&quot; already.</source>
        <translation>Einen Punkt „%1“ gibt es schon.</translation>
    </message>
</context>
<context>
    <name>Anomalies</name>
    <message>
        <source>Head and neck</source>
        <translation>Kopf und Hals</translation>
    </message>
    <message>
        <source>Right head and neck</source>
        <translation>Kopf und Hals rechts</translation>
    </message>
    <message>
        <source>Left head and neck</source>
        <translation>Kopf und Hals links</translation>
    </message>
    <message>
        <source>Shoulder</source>
        <translation>Schulter</translation>
    </message>
    <message>
        <source>Right shoulder</source>
        <translation>Rechte Schulter</translation>
    </message>
    <message>
        <source>Left shoulder</source>
        <translation>Linke Schulter</translation>
    </message>
    <message>
        <source>Upper lung</source>
        <translation>Oberes Lungenfeld</translation>
    </message>
    <message>
        <source>Right upper lung</source>
        <translation>Rechtes oberes Lungenfeld</translation>
    </message>
    <message>
        <source>Left upper lung</source>
        <translation>Linkes oberes Lungenfeld</translation>
    </message>
    <message>
        <source>Middle lung</source>
        <translation>Mittleres Lungenfeld</translation>
    </message>
    <message>
        <source>Right middle lung</source>
        <translation>Rechtes mittleres Lungenfeld</translation>
    </message>
    <message>
        <source>Left middle lung</source>
        <translation>Linkes mittleres Lungenfeld</translation>
    </message>
    <message>
        <source>Lower lung</source>
        <translation>Unteres Lungenfeld</translation>
    </message>
    <message>
        <source>Right lower lung</source>
        <translation>Rechtes unteres Lungenfeld</translation>
    </message>
    <message>
        <source>Left lower lung</source>
        <translation>Linkes unteres Lungenfeld</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Right mediastinum</source>
        <translation>Mediastinum rechts</translation>
    </message>
    <message>
        <source>Left mediastinum</source>
        <translation>Mediastinum links</translation>
    </message>
    <message>
        <source>Upper abdomen</source>
        <translation>Oberbauch</translation>
    </message>
    <message>
        <source>Right upper abdomen</source>
        <translation>Rechter Oberbauch</translation>
    </message>
    <message>
        <source>Left upper abdomen</source>
        <translation>Linker Oberbauch</translation>
    </message>
    <message>
        <source>Kidney</source>
        <translation>Niere</translation>
    </message>
    <message>
        <source>Right kidney</source>
        <translation>Rechte Niere</translation>
    </message>
    <message>
        <source>Left kidney</source>
        <translation>Linke Niere</translation>
    </message>
    <message>
        <source>Lower abdomen</source>
        <translation>Unterbauch</translation>
    </message>
    <message>
        <source>Right lower abdomen</source>
        <translation>Rechter Unterbauch</translation>
    </message>
    <message>
        <source>Left lower abdomen</source>
        <translation>Linker Unterbauch</translation>
    </message>
    <message>
        <source>Spine</source>
        <translation>Wirbelsäule</translation>
    </message>
    <message>
        <source>Right of the spine</source>
        <translation>Rechts der Wirbelsäule</translation>
    </message>
    <message>
        <source>Left of the spine</source>
        <translation>Links der Wirbelsäule</translation>
    </message>
    <message>
        <source>Pelvis</source>
        <translation>Becken</translation>
    </message>
    <message>
        <source>Right pelvis</source>
        <translation>Rechtes Becken</translation>
    </message>
    <message>
        <source>Left pelvis</source>
        <translation>Linkes Becken</translation>
    </message>
    <message>
        <source>Hip</source>
        <translation>Hüfte</translation>
    </message>
    <message>
        <source>Right hip</source>
        <translation>Rechte Hüfte</translation>
    </message>
    <message>
        <source>Left hip</source>
        <translation>Linke Hüfte</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Right arm</source>
        <translation>Rechter Arm</translation>
    </message>
    <message>
        <source>Left arm</source>
        <translation>Linker Arm</translation>
    </message>
    <message>
        <source>Thigh</source>
        <translation>Oberschenkel</translation>
    </message>
    <message>
        <source>Right thigh</source>
        <translation>Rechter Oberschenkel</translation>
    </message>
    <message>
        <source>Left thigh</source>
        <translation>Linker Oberschenkel</translation>
    </message>
    <message>
        <source>denser</source>
        <translation>dichter</translation>
    </message>
    <message>
        <source>thinner</source>
        <translation>dünner</translation>
    </message>
</context>
<context>
    <name>BodyLevels</name>
    <message>
        <source>Neck</source>
        <translation>Hals</translation>
    </message>
    <message>
        <source>Pubic symphysis</source>
        <translation>Symphyse</translation>
    </message>
    <message>
        <source>Reset the levels</source>
        <translation>Höhen zurücksetzen</translation>
    </message>
    <message>
        <source>The levels of a body made to measure are those of the body model.</source>
        <translation>Die Höhen eines Körpers nach Maß sind die des Körpermodells.</translation>
    </message>
    <message>
        <source>The levels of a part of a body are those that it was opened with.</source>
        <translation>Die Höhen eines unvollständigen Körpers sind die, mit denen er geöffnet wurde.</translation>
    </message>
    <message>
        <source>The scan is still being read.</source>
        <translation>Der Scan wird noch gelesen.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Built-in person</source>
        <translation>&amp;Mitgelieferte Person</translation>
    </message>
    <message>
        <source>Show the person that the window begins with</source>
        <translation>Die Person zeigen, mit der das Fenster beginnt</translation>
    </message>
    <message>
        <source>Built-in p&amp;eople</source>
        <translation>Mitgelieferte &amp;Personen</translation>
    </message>
    <message>
        <source>Show one of the people that come with the program</source>
        <translation>Eine der Personen zeigen, die mit dem Programm geliefert werden</translation>
    </message>
    <message>
        <source>Save the window as a picture, and the X-ray as 16-bit PNG beside it</source>
        <translation>Das Fenster als Bild speichern und daneben das Röntgenbild als PNG mit 16 Bit</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>Das Programm verlassen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Make the edit again</source>
        <translation>Die zurückgenommene Änderung erneut ausführen</translation>
    </message>
    <message>
        <source>Release &amp;all markers</source>
        <translation>&amp;Alle Marker freigeben</translation>
    </message>
    <message>
        <source>&amp;Turn the body round</source>
        <translation>Körper &amp;umdrehen</translation>
    </message>
    <message>
        <source>Show the scan&apos;s back as its front, where the two were mistaken</source>
        <translation>Die Rückseite des Scans als Vorderseite zeigen, falls beide verwechselt wurden</translation>
    </message>
    <message>
        <source>&amp;Front</source>
        <translation>&amp;Vorderseite</translation>
    </message>
    <message>
        <source>Look at the body from the front</source>
        <translation>Den Körper von vorn ansehen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Rü&amp;ckseite</translation>
    </message>
    <message>
        <source>Look at the body from the back</source>
        <translation>Den Körper von hinten ansehen</translation>
    </message>
    <message>
        <source>&amp;Left side</source>
        <translation>&amp;Linke Seite</translation>
    </message>
    <message>
        <source>Look at the body from its left</source>
        <translation>Den Körper von seiner linken Seite ansehen</translation>
    </message>
    <message>
        <source>&amp;Right side</source>
        <translation>&amp;Rechte Seite</translation>
    </message>
    <message>
        <source>Look at the body from its right</source>
        <translation>Den Körper von seiner rechten Seite ansehen</translation>
    </message>
    <message>
        <source>Show the whole X-ray</source>
        <translation>Das ganze Röntgenbild zeigen</translation>
    </message>
    <message>
        <source>The&amp;me</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>Light or dark windows</source>
        <translation>Helle oder dunkle Fenster</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language of the window</source>
        <translation>Die Sprache des Fensters</translation>
    </message>
    <message>
        <source>Reset the la&amp;yout</source>
        <translation>&amp;Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Show panes and panels where they were at first</source>
        <translation>Ansichten und Bedienfelder wie am Anfang anordnen</translation>
    </message>
    <message>
        <source>Explain what has the focus</source>
        <translation>Das Element erklären, das den Fokus hat</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Tasten und Maus</translation>
    </message>
    <message>
        <source>What keys and mouse buttons do</source>
        <translation>Wirkung von Tasten und Maustasten</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>What the program has told since its start</source>
        <translation>Meldungen des Programms seit dem Start</translation>
    </message>
    <message>
        <source>&amp;About Skiagraph</source>
        <translation>Ü&amp;ber Skiagraph</translation>
    </message>
    <message>
        <source>What this program is, and what it is not</source>
        <translation>Was dieses Programm ist und was es nicht ist</translation>
    </message>
    <message>
        <source>Turn the body round</source>
        <translation>Körper umdrehen</translation>
    </message>
    <message>
        <source>Body surfaces (%1)</source>
        <translation>Körperoberflächen (%1)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>&amp;Wie der Desktop</translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Show the built-in person</source>
        <translation>Mitgelieferte Person zeigen</translation>
    </message>
    <message>
        <source>The language changes when Skiagraph is started again.</source>
        <translation>Die Sprache ändert sich beim nächsten Start von Skiagraph.</translation>
    </message>
    <message>
        <source>This is saved as %1 alone; choose a name that ends in .%2.</source>
        <translation>Gespeichert wird hier nur als %1; einen Namen wählen, der auf .%2 endet.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>„%1“ ist schon vorhanden. Ersetzen?</translation>
    </message>
    <message>
        <source>&amp;X-ray</source>
        <translation>&amp;Röntgenbild</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a body surface, a CT or a session from a file</source>
        <translation>Eine Körperoberfläche, ein CT oder eine Sitzung aus einer Datei öffnen</translation>
    </message>
    <message>
        <source>Open CT &amp;folder…</source>
        <translation>CT-&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open a CT from a folder with a DICOM series</source>
        <translation>Ein CT aus einem Ordner mit einer DICOM-Serie öffnen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open a scan or a session of the last ones</source>
        <translation>Einen der zuletzt geöffneten Scans oder eine der letzten Sitzungen öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save body, pins and view as a session, to go on later</source>
        <translation>Körper, Fixierungen und Ansicht als Sitzung speichern, um später weiterzuarbeiten</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the session under another name</source>
        <translation>Die Sitzung unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Locate scan…</source>
        <translation>Scan su&amp;chen…</translation>
    </message>
    <message>
        <source>Find the scan of this session, which was moved or has changed</source>
        <translation>Den Scan dieser Sitzung suchen, der verschoben oder geändert wurde</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Save X-ray, markers or body for other programs</source>
        <translation>Röntgenbild, Marker oder Körper für andere Programme speichern</translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation>B&amp;ild exportieren…</translation>
    </message>
    <message>
        <source>&amp;Copy X-ray</source>
        <translation>Röntgenbild &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the X-ray to the clipboard, as it is shown</source>
        <translation>Das Röntgenbild so in die Zwischenablage kopieren, wie es gezeigt wird</translation>
    </message>
    <message>
        <source>Copy &amp;marker table</source>
        <translation>&amp;Markertabelle kopieren</translation>
    </message>
    <message>
        <source>Copy the markers to the clipboard, as spreadsheets take them</source>
        <translation>Die Marker für Tabellenkalkulationen in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;window picture</source>
        <translation>&amp;Fensterbild kopieren</translation>
    </message>
    <message>
        <source>Copy the picture of the whole window to the clipboard</source>
        <translation>Das Bild des ganzen Fensters in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>&amp;Pin marker</source>
        <translation>Marker f&amp;ixieren</translation>
    </message>
    <message>
        <source>Hold the selected marker where it is, or let it go</source>
        <translation>Den gewählten Marker an seinem Ort fixieren oder freigeben</translation>
    </message>
    <message>
        <source>R&amp;elease marker</source>
        <translation>Marker frei&amp;geben</translation>
    </message>
    <message>
        <source>Let the selected marker go where the networks put it</source>
        <translation>Den gewählten Marker der Vorhersage der Netze folgen lassen</translation>
    </message>
    <message>
        <source>&amp;Lock marker</source>
        <translation>Marker &amp;sperren</translation>
    </message>
    <message>
        <source>Keep the selected marker from being moved by hand</source>
        <translation>Verhindern, dass der gewählte Marker von Hand verschoben wird</translation>
    </message>
    <message>
        <source>Let every marker go where the networks put it, but for locked ones</source>
        <translation>Alle Marker außer den gesperrten den Vorhersagen der Netze folgen lassen</translation>
    </message>
    <message>
        <source>Re&amp;set levels</source>
        <translation>&amp;Höhen zurücksetzen</translation>
    </message>
    <message>
        <source>Put neck and pubic symphysis back where they were found</source>
        <translation>Hals und Symphyse dorthin zurücksetzen, wo sie gefunden wurden</translation>
    </message>
    <message>
        <source>&amp;Import settings…</source>
        <translation>Im&amp;porteinstellungen…</translation>
    </message>
    <message>
        <source>Correct unit, direction and levels of the scan, or what a CT&apos;s file does not say</source>
        <translation>Einheit, Richtung und Höhen des Scans berichtigen oder ergänzen, was die Datei eines CT nicht angibt</translation>
    </message>
    <message>
        <source>From &amp;above</source>
        <translation>Von &amp;oben</translation>
    </message>
    <message>
        <source>Look at the body from its head</source>
        <translation>Den Körper vom Kopf her ansehen</translation>
    </message>
    <message>
        <source>From b&amp;elow</source>
        <translation>Von &amp;unten</translation>
    </message>
    <message>
        <source>Look at the body from its feet</source>
        <translation>Den Körper von den Füßen her ansehen</translation>
    </message>
    <message>
        <source>Fit b&amp;ody</source>
        <translation>Körper &amp;einpassen</translation>
    </message>
    <message>
        <source>Show the whole body</source>
        <translation>Den ganzen Körper zeigen</translation>
    </message>
    <message>
        <source>&amp;Translucent body</source>
        <translation>&amp;Körper durchscheinend</translation>
    </message>
    <message>
        <source>See through the skin</source>
        <translation>Durch die Haut hindurchsehen</translation>
    </message>
    <message>
        <source>X-ray &amp;in the body</source>
        <translation>Röntgenbild &amp;im Körper</translation>
    </message>
    <message>
        <source>Show the X-ray where it lies inside the body</source>
        <translation>Das Röntgenbild dort zeigen, wo es im Körper liegt</translation>
    </message>
    <message>
        <source>Le&amp;vels on the body</source>
        <translation>&amp;Höhen am Körper</translation>
    </message>
    <message>
        <source>Show neck and pubic symphysis on the body, to be dragged</source>
        <translation>Hals und Symphyse am Körper zum Verschieben zeigen</translation>
    </message>
    <message>
        <source>&amp;Prediction alone</source>
        <translation>&amp;Nur Vorhersage</translation>
    </message>
    <message>
        <source>Show the predicted X-ray without that of the CT</source>
        <translation>Das vorhergesagte Röntgenbild ohne das des CT zeigen</translation>
    </message>
    <message>
        <source>&amp;CT beside the prediction</source>
        <translation>C&amp;T neben der Vorhersage</translation>
    </message>
    <message>
        <source>Show the CT&apos;s own X-ray beside the predicted one</source>
        <translation>Das Röntgenbild des CT neben dem vorhergesagten zeigen</translation>
    </message>
    <message>
        <source>CT over t&amp;he prediction</source>
        <translation>CT ü&amp;ber der Vorhersage</translation>
    </message>
    <message>
        <source>Show the CT&apos;s own X-ray to the right of a line that can be moved</source>
        <translation>Das Röntgenbild des CT rechts von einer verschiebbaren Linie zeigen</translation>
    </message>
    <message>
        <source>&amp;Difference to the CT</source>
        <translation>Unterschied &amp;zum CT</translation>
    </message>
    <message>
        <source>Show where the predicted X-ray is whiter or darker than the CT&apos;s</source>
        <translation>Zeigen, wo das vorhergesagte Röntgenbild heller oder dunkler ist als das des CT</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>Window for the &amp;whole</source>
        <translation>Fenster für das &amp;Ganze</translation>
    </message>
    <message>
        <source>Brightness and contrast as at the start: all of a usual body</source>
        <translation>Helligkeit und Kontrast wie am Anfang: alles an einem gewöhnlichen Körper</translation>
    </message>
    <message>
        <source>Window for &amp;bone</source>
        <translation>Fenster für &amp;Knochen</translation>
    </message>
    <message>
        <source>Brightness and contrast for bones in the trunk</source>
        <translation>Helligkeit und Kontrast für Knochen im Rumpf</translation>
    </message>
    <message>
        <source>Window for &amp;soft tissue</source>
        <translation>Fenster für &amp;Weichteile</translation>
    </message>
    <message>
        <source>Brightness and contrast for organs of the abdomen</source>
        <translation>Helligkeit und Kontrast für Organe des Bauchraums</translation>
    </message>
    <message>
        <source>Window for &amp;lung</source>
        <translation>Fenster für &amp;Lunge</translation>
    </message>
    <message>
        <source>Brightness and contrast for lungs and arms</source>
        <translation>Helligkeit und Kontrast für Lunge und Arme</translation>
    </message>
    <message>
        <source>95 % &amp;margins</source>
        <translation>95-%-&amp;Unsicherheitsbereiche</translation>
    </message>
    <message>
        <source>Circles that hold the true place of each marker in 95 of 100 people</source>
        <translation>Kreise, die bei 95 von 100 Personen den wahren Ort des Markers enthalten</translation>
    </message>
    <message>
        <source>&amp;Names of all markers</source>
        <translation>&amp;Namen aller Marker</translation>
    </message>
    <message>
        <source>Name all markers, or the highlighted one alone</source>
        <translation>Alle Marker benennen oder nur den hervorgehobenen</translation>
    </message>
    <message>
        <source>M&amp;easure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Drag on the X-ray to measure a distance in mm; Esc removes it and ends measuring</source>
        <translation>Im Röntgenbild ziehen, um einen Abstand in mm zu messen; Esc entfernt ihn und beendet das Messen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>Ve&amp;rgleichen</translation>
    </message>
    <message>
        <source>Set the state before editing beside the X-ray, at a line to drag</source>
        <translation>Den Zustand vor der Bearbeitung neben das Röntgenbild stellen, an einer verschiebbaren Linie</translation>
    </message>
    <message>
        <source>Compare by blen&amp;ding</source>
        <translation>Durch Überblen&amp;den vergleichen</translation>
    </message>
    <message>
        <source>Lay the state before editing over the X-ray</source>
        <translation>Den Zustand vor der Bearbeitung über das Röntgenbild legen</translation>
    </message>
    <message>
        <source>D&amp;ifference</source>
        <translation>Un&amp;terschied</translation>
    </message>
    <message>
        <source>Show in colour what editing changed</source>
        <translation>In Farbe zeigen, was die Bearbeitung verändert hat</translation>
    </message>
    <message>
        <source>%1 (not there any more)</source>
        <translation>%1 (nicht mehr vorhanden)</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>&lt;p&gt;On the X-ray: drag a marker; wheel zooms, middle drag pans, right drag changes brightness and contrast, double click fits. Arrow keys move the selected marker by 1 mm, with Shift by 10 mm; Tab walks the markers; Esc cancels a drag. Space or B, held, shows the X-ray before editing; Ctrl and a drag measure a distance, Esc removes it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Im Röntgenbild: Ziehen verschiebt einen Marker; das Mausrad zoomt, Ziehen mit der mittleren Taste verschiebt den Ausschnitt, Ziehen mit der rechten Taste ändert Helligkeit und Kontrast, ein Doppelklick passt das Bild ein. Pfeiltasten bewegen den gewählten Marker um 1 mm, mit Umschalt um 10 mm; Tab geht von Marker zu Marker; Esc bricht das Ziehen ab. Leertaste oder B zeigt, solange gedrückt, das Röntgenbild vor der Bearbeitung; Ziehen mit Strg misst einen Abstand, Esc entfernt ihn.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;On the body: drag turns, middle drag or Shift and drag pans, wheel and right drag zoom, double click fits; a click on a marker selects it; drag the rings of neck and pubic symphysis where they were found wrong. Arrow keys turn, with Shift they pan, + and − zoom. Tab walks the rings; then up and down move one by 1 mm, with Shift by 10 mm.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Am Körper: Ziehen dreht, Ziehen mit der mittleren Taste oder mit Umschalt verschiebt den Ausschnitt, Mausrad und Ziehen mit der rechten Taste zoomen, ein Doppelklick passt den Körper ein; ein Klick auf einen Marker wählt ihn; die Ringe von Hals und Symphyse lassen sich ziehen, wo sie falsch gefunden wurden. Pfeiltasten drehen, mit Umschalt verschieben sie den Ausschnitt, + und − zoomen. Tab geht von Ring zu Ring; danach bewegen die Pfeiltasten nach oben und unten einen Ring um 1 mm, mit Umschalt um 10 mm.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A session is saved under a name that ends in .skiagraph.</source>
        <translation>Eine Sitzung wird unter einem Namen gespeichert, der auf .skiagraph endet.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Another program has changed “%1” since it was opened. Replace it?</source>
        <translation>Ein anderes Programm hat „%1“ seit dem Öffnen geändert. Ersetzen?</translation>
    </message>
    <message>
        <source>Back (y), mm</source>
        <translation>Hinten (y), mm</translation>
    </message>
    <message>
        <source>CT (%1)</source>
        <translation>CT (%1)</translation>
    </message>
    <message>
        <source>Head (z), mm</source>
        <translation>Kopf (z), mm</translation>
    </message>
    <message>
        <source>Left (x), mm</source>
        <translation>Links (x), mm</translation>
    </message>
    <message>
        <source>Locate scan</source>
        <translation>Scan suchen</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Open a folder with a CT</source>
        <translation>Ordner mit einem CT öffnen</translation>
    </message>
    <message>
        <source>Open a scan or a session</source>
        <translation>Scan oder Sitzung öffnen</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fixiert</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Save the changes in %1?</source>
        <translation>Änderungen in %1 speichern?</translation>
    </message>
    <message>
        <source>Scans, CT and sessions (%1)</source>
        <translation>Scans, CT und Sitzungen (%1)</translation>
    </message>
    <message>
        <source>Sessions (*.skiagraph)</source>
        <translation>Sitzungen (*.skiagraph)</translation>
    </message>
    <message>
        <source>Skiagraph</source>
        <translation>Skiagraph</translation>
    </message>
    <message>
        <source>The X-ray is in the clipboard</source>
        <translation>Das Röntgenbild ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>The markers are in the clipboard as a table</source>
        <translation>Die Marker sind als Tabelle in der Zwischenablage</translation>
    </message>
    <message>
        <source>The window&apos;s picture is in the clipboard</source>
        <translation>Das Bild des Fensters ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <translation>Wo ist %1?</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>session.skiagraph</source>
        <translation>Sitzung.skiagraph</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>dieser Sitzung</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>± mm</source>
        <translation>± mm</translation>
    </message>
    <message>
        <source>“%1” is not the scan that this session was made with. Use it all the same? The pins stay.</source>
        <translation>„%1“ ist nicht der Scan, mit dem diese Sitzung erstellt wurde. Trotzdem verwenden? Die Fixierungen bleiben.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Scan &amp;range</source>
        <translation>Scan&amp;bereich</translation>
    </message>
    <message>
        <source>Plan from where to where a CT is to be taken, or take the plan away</source>
        <translation>Planen, von wo bis wo ein CT aufgenommen werden soll, oder den Plan entfernen</translation>
    </message>
    <message>
        <source>Re&amp;gion of the scan range</source>
        <translation>Reg&amp;ion des Scanbereichs</translation>
    </message>
    <message>
        <source>What the CT is to show: the program proposes the range</source>
        <translation>Was das CT zeigen soll: Das Programm schlägt den Bereich vor</translation>
    </message>
    <message>
        <source>Reset the scan range</source>
        <translation>Scanbereich &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Put all lines of the scan range where the program has them</source>
        <translation>Alle Linien des Scanbereichs dorthin setzen, wo das Programm sie hat</translation>
    </message>
    <message>
        <source>Cop&amp;y scan range</source>
        <translation>&amp;Scanbereich kopieren</translation>
    </message>
    <message>
        <source>Copy start, end and length of the scan range to the clipboard</source>
        <translation>Anfang, Ende und Länge des Scanbereichs in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Open a real X-ra&amp;y…</source>
        <translation>Echtes &amp;Röntgenbild öffnen…</translation>
    </message>
    <message>
        <source>Lay a real X-ray of part of the body on, and complete it</source>
        <translation>Ein echtes Röntgenbild eines Teils des Körpers auflegen und ergänzen</translation>
    </message>
    <message>
        <source>Find &amp;the real X-ray&apos;s place</source>
        <translation>Lage des e&amp;chten Röntgenbilds finden</translation>
    </message>
    <message>
        <source>Put the real X-ray where it agrees best with the predicted one</source>
        <translation>Das echte Röntgenbild dorthin legen, wo es am besten zum vorhergesagten passt</translation>
    </message>
    <message>
        <source>&amp;Hold the completed markers</source>
        <translation>Ergänzte Marker fest&amp;halten</translation>
    </message>
    <message>
        <source>Pin all markers where the real X-ray has moved them</source>
        <translation>Alle Marker dort festhalten, wohin das echte Röntgenbild sie bewegt hat</translation>
    </message>
    <message>
        <source>Remo&amp;ve the real X-ray</source>
        <translation>Echtes Röntgenbild ent&amp;fernen</translation>
    </message>
    <message>
        <source>Show what is predicted from the body alone</source>
        <translation>Zeigen, was aus dem Körper allein vorhergesagt wird</translation>
    </message>
    <message>
        <source>Wh&amp;at differs</source>
        <translation>W&amp;as abweicht</translation>
    </message>
    <message>
        <source>Colour where the real X-ray differs from that of a healthy person</source>
        <translation>Färben, wo das echte Röntgenbild von dem eines gesunden Menschen abweicht</translation>
    </message>
    <message>
        <source>C&amp;opy what differs</source>
        <translation>Abweichungen ko&amp;pieren</translation>
    </message>
    <message>
        <source>Copy the list of regions that differ to the clipboard</source>
        <translation>Die Liste der Stellen, die abweichen, in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Training window</source>
        <translation>&amp;Trainingsfenster</translation>
    </message>
    <message>
        <source>Make data sets, train networks and install them</source>
        <translation>Datensätze erzeugen, Netze trainieren und einrichten</translation>
    </message>
    <message>
        <source>&amp;Hide this menu</source>
        <translation>Dieses Menü &amp;verbergen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T shows it again; runs go on</source>
        <translation>Strg+Umschalt+T zeigt es wieder; Läufe gehen weiter</translation>
    </message>
    <message>
        <source>Mark points in the X-ray, to make training data of; Esc ends marking</source>
        <translation>Punkte im Röntgenbild markieren, um Trainingsdaten daraus zu erzeugen; Esc beendet das Markieren</translation>
    </message>
    <message>
        <source>Mark &amp;points</source>
        <translation>Punkte markieren</translation>
    </message>
</context>
<context>
    <name>Compass</name>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Feet</source>
        <translation>Füße</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Real X-ray</source>
        <translation>Echtes Röntgenbild</translation>
    </message>
    <message>
        <source>Move the real X-ray</source>
        <translation>Echtes Röntgenbild verschieben</translation>
    </message>
    <message>
        <source>Bone is bright in the real X-ray</source>
        <translation>Knochen ist im echten Röntgenbild hell</translation>
    </message>
    <message>
        <source>Bone is dark in the real X-ray</source>
        <translation>Knochen ist im echten Röntgenbild dunkel</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Find the real X-ray&apos;s place</source>
        <translation>Lage des echten Röntgenbilds finden</translation>
    </message>
    <message>
        <source>Height, mm</source>
        <translation>Höhe, mm</translation>
    </message>
    <message>
        <source>Hold all markers where the completion has them</source>
        <translation>Alle Marker an ihrem ergänzten Ort festhalten</translation>
    </message>
    <message>
        <source>Lay the X-ray %1 on</source>
        <translation>Röntgenbild %1 auflegen</translation>
    </message>
    <message>
        <source>Left, mm</source>
        <translation>Links, mm</translation>
    </message>
    <message>
        <source>Open a real X-ray of part of the body</source>
        <translation>Echtes Röntgenbild eines Körperteils öffnen</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Remove the real X-ray</source>
        <translation>Echtes Röntgenbild entfernen</translation>
    </message>
    <message>
        <source>Set the real X-ray&apos;s magnification to %1</source>
        <translation>Vergrößerung des echten Röntgenbilds auf %1 setzen</translation>
    </message>
    <message>
        <source>Set the real X-ray&apos;s pixels to %1 mm</source>
        <translation>Pixel des echten Röntgenbilds auf %1 mm setzen</translation>
    </message>
    <message>
        <source>Set the threshold of what differs to %1</source>
        <translation>Schwelle der Abweichung auf %1 setzen</translation>
    </message>
    <message>
        <source>Size upright, mm</source>
        <translation>Größe in der Höhe, mm</translation>
    </message>
    <message>
        <source>Take plain differences</source>
        <translation>Einfache Differenzen nehmen</translation>
    </message>
    <message>
        <source>Take scores against healthy people</source>
        <translation>Den Vergleich mit Gesunden nehmen</translation>
    </message>
    <message>
        <source>Take the size of the real X-ray&apos;s pixels from its file</source>
        <translation>Pixelgröße des echten Röntgenbilds aus seiner Datei nehmen</translation>
    </message>
    <message>
        <source>The list of what differs is in the clipboard</source>
        <translation>Die Liste der Abweichungen ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Use the calibrated threshold of what differs</source>
        <translation>Kalibrierte Schwelle der Abweichung nehmen</translation>
    </message>
    <message>
        <source>Width, mm</source>
        <translation>Breite, mm</translation>
    </message>
    <message>
        <source>X-rays (*.png *.dcm *.dicom *.ima *.nii *.nii.gz *.nrrd *.mha *.mhd);;All files (*)</source>
        <translation>Röntgenbilder (*.png *.dcm *.dicom *.ima *.nii *.nii.gz *.nrrd *.mha *.mhd);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Ct</name>
    <message>
        <source>CT</source>
        <translation>CT</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Predicted less CT: orange too white, blue too dark</source>
        <translation>Vorhersage minus CT: orange zu hell, blau zu dunkel</translation>
    </message>
    <message>
        <source>Predicted less real: orange too white, blue too dark</source>
        <translation>Vorhersage minus echt: orange zu weiß, blau zu dunkel</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Echt</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>The liver sinks as she breathes in. The tops of the lungs hardly move.</source>
        <translation>Beim Einatmen sinkt die Leber. Die Lungenspitzen bewegen sich kaum.</translation>
    </message>
    <message>
        <source>He breathes out: the diaphragm rises, and the liver with it.</source>
        <translation>Er atmet aus: Das Zwerchfell steigt, und mit ihm die Leber.</translation>
    </message>
    <message>
        <source>He raises his shoulders.</source>
        <translation>Er zieht die Schultern hoch.</translation>
    </message>
    <message>
        <source>With a larger liver its lower edge lies further down, and the right kidney gives way.</source>
        <translation>Bei einer größeren Leber liegt der untere Rand tiefer, und die rechte Niere weicht aus.</translation>
    </message>
    <message>
        <source>When he stands up his kidneys sink by two to three centimetres.</source>
        <translation>Beim Aufstehen sinken die Nieren um zwei bis drei Zentimeter.</translation>
    </message>
    <message>
        <source>When he lies down his belly pushes diaphragm and liver up.</source>
        <translation>Im Liegen drückt der Bauch Zwerchfell und Leber nach oben.</translation>
    </message>
    <message>
        <source>A wider pelvis: its crests and the hip joints move apart.</source>
        <translation>Ein breiteres Becken: Beckenkämme und Hüftgelenke rücken auseinander.</translation>
    </message>
    <message>
        <source>She gains 25 kg. The X-ray follows her body.</source>
        <translation>Sie nimmt 25 kg zu. Das Röntgenbild folgt ihrem Körper.</translation>
    </message>
    <message>
        <source>Left: the surface of a body. Right: the X-ray that neural networks compute from it alone.</source>
        <translation>Links die Oberfläche eines Körpers, rechts das Röntgenbild, das neuronale Netze allein daraus berechnen.</translation>
    </message>
    <message>
        <source>17 markers tie body and X-ray together. Move one, and the others answer.</source>
        <translation>17 Marker verbinden Körper und Röntgenbild. Wird einer bewegt, antworten die anderen.</translation>
    </message>
    <message>
        <source>No X-ray was taken. The networks have learned from virtual patients what lies inside a body.</source>
        <translation>Niemand wurde geröntgt. Die Netze haben an virtuellen Patienten gelernt, was in einem Körper liegt.</translation>
    </message>
    <message>
        <source>The picture is one likely inside for this outside. Nobody can see a liver from the skin.</source>
        <translation>Das Bild zeigt ein wahrscheinliches Inneres zu diesem Äußeren. Von der Haut aus sieht niemand eine Leber.</translation>
    </message>
    <message>
        <source>The people here are computed, too: from sizes such as stature and weight.</source>
        <translation>Auch die Personen sind berechnet: aus Maßen wie Körpergröße und Gewicht.</translation>
    </message>
    <message>
        <source>Each picture takes a moment on an ordinary computer. Nothing leaves it.</source>
        <translation>Jedes Bild dauert einen Augenblick auf einem gewöhnlichen Rechner. Nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>After each move the networks look for all markers anew, until picture and markers agree.</source>
        <translation>Nach jeder Bewegung suchen die Netze alle Marker neu, bis Bild und Marker übereinstimmen.</translation>
    </message>
    <message>
        <source>Skiagraph is research software: its X-rays are synthetic and show nobody&apos;s real anatomy.</source>
        <translation>Skiagraph ist Forschungssoftware: Die Röntgenbilder sind synthetisch und zeigen niemandes wirkliche Anatomie.</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Choose %1</source>
        <translation>„%1“ wählen</translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation>„%1“ fixieren</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>„%1“ freigeben</translation>
    </message>
    <message>
        <source>Release all markers</source>
        <translation>Alle Marker freigeben</translation>
    </message>
    <message>
        <source>%1 is locked and stays where it is; K unlocks it, or its tick under Markers.</source>
        <translation>„%1“ ist gesperrt und bleibt an seinem Ort; K oder das Häkchen unter „Marker“ hebt die Sperre auf.</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>„%1“ sperren</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>„%1“ entsperren</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>&quot;phantom:{}&quot; is not &quot;phantom:N&quot; with N from 1 to {}.</source>
        <translation>„phantom:{}“ ist nicht „phantom:N“ mit N von 1 bis {}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be read as a surface: the file is damaged or of another format.</source>
        <translation>„{}“ kann nicht als Oberfläche gelesen werden: Die Datei ist beschädigt oder hat ein anderes Format.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be read.</source>
        <translation>„{}“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be written; surfaces are written as {}.</source>
        <translation>„{}“ kann nicht geschrieben werden; Oberflächen werden als {} geschrieben.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; comes from a newer version of Skiagraph; update the program to open it.</source>
        <translation>„{}“ stammt aus einer neueren Version von Skiagraph; das Programm aktualisieren, um die Datei zu öffnen.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not say how large its voxels are; give their size (--spacing X,Y,Z in mm).</source>
        <translation>„{}“ gibt nicht an, wie groß die Voxel sind; ihre Größe angeben (--spacing X,Y,Z in mm).</translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not say how many voxels it has along three axes; give a volume of one image.</source>
        <translation>„{}“ gibt nicht an, wie viele Voxel entlang der drei Achsen liegen; ein Volumen mit nur einem Bild angeben.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not say in which directions its axes run, so left, front and head are not known; give them (--axes, for example LPS when they run to the patient&apos;s left, back and head).</source>
        <translation>„{}“ gibt nicht an, in welche Richtungen die Achsen verlaufen, daher sind links, vorn und Kopf unbekannt; die Richtungen angeben (--axes, zum Beispiel LPS, wenn die Achsen nach links, nach hinten und zum Kopf des Patienten verlaufen).</translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not say what the values mean; give that of air and that of water, as in -1000,0.</source>
        <translation>„{}“ gibt nicht an, was die Werte bedeuten; die Werte von Luft und Wasser angeben, etwa -1000,0.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has &quot;{}&quot; instead of a number in line {}.</source>
        <translation>„{}“ enthält „{}“ statt einer Zahl in Zeile {}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has one slice alone; give a whole series.</source>
        <translation>„{}“ hat nur eine Schicht; eine ganze Serie angeben.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has slices that are tilted against the patient&apos;s axes; resample it first.</source>
        <translation>„{}“ hat Schichten, die gegen die Achsen des Patienten gekippt sind; die Daten zuerst neu abtasten.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has the coordinate system &quot;{}&quot; instead of LPS or RAS.</source>
        <translation>„{}“ hat das Koordinatensystem „{}“ statt LPS oder RAS.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has too few slices for a body; give a whole series.</source>
        <translation>„{}“ hat zu wenige Schichten für einen Körper; eine ganze Serie angeben.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has voxels of {} x {} x {} mm, which no scanner makes; give the right spacing (--spacing X,Y,Z in mm).</source>
        <translation>„{}“ hat Voxel von {} × {} × {} mm, wie sie kein Scanner erzeugt; den richtigen Voxelabstand angeben (--spacing X,Y,Z in mm).</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds &quot;{}&quot; twice.</source>
        <translation>„{}“ enthält „{}“ zweimal.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds a place that is no number, at &quot;{}&quot;.</source>
        <translation>„{}“ enthält einen Ort, der keine Zahl ist, bei „{}“.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds a point &quot;{}&quot;, which is no marker; name points like {} or {}.</source>
        <translation>„{}“ enthält einen Punkt „{}“, der kein Marker ist; Punkte benennen wie {} oder {}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds a web page and no surface; download it again.</source>
        <translation>„{}“ enthält eine Webseite und keine Oberfläche; die Datei erneut herunterladen.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds at least {} triangles with {} vertices; at most {} of each are read. Simplify the surface.</source>
        <translation>„{}“ enthält mindestens {} Dreiecke mit {} Eckpunkten; höchstens {} von jedem werden gelesen. Die Oberfläche vereinfachen.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds no CT (one number of at least 16 bits per voxel); say which values air and water have, if it is one (--values AIR,WATER).</source>
        <translation>„{}“ enthält kein CT (eine Zahl von mindestens 16 Bit je Voxel); falls doch, angeben, welche Werte Luft und Wasser haben (--values AIR,WATER).</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds no landmarks.</source>
        <translation>„{}“ enthält keine Landmarken.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds no organ labels (one unsigned byte per voxel).</source>
        <translation>„{}“ enthält keine Organlabels (ein Byte ohne Vorzeichen je Voxel).</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds no series &quot;{}&quot;. It holds {}.</source>
        <translation>„{}“ enthält keine Serie „{}“. Enthalten sind {}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds no triangles.</source>
        <translation>„{}“ enthält keine Dreiecke.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds several volumes or colours; give one volume of CT.</source>
        <translation>„{}“ enthält mehrere Volumen oder Farben; ein einzelnes CT-Volumen angeben.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds the name &quot;{}&quot; twice.</source>
        <translation>„{}“ enthält den Namen „{}“ zweimal.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds {} points and no triangles. Make a surface of them first, for example with MeshLab (Screened Poisson) or CloudCompare, and save it as PLY.</source>
        <translation>„{}“ enthält {} Punkte und keine Dreiecke. Zuerst eine Oberfläche daraus erzeugen, zum Beispiel mit MeshLab (Screened Poisson) oder CloudCompare, und als PLY speichern.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds {} series of CT; choose one by its number in this list or by its UID (--series): {}.</source>
        <translation>„{}“ enthält {} CT-Serien; eine davon mit ihrer Nummer in dieser Liste oder ihrer UID wählen (--series): {}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; in column &quot;{}&quot; of &quot;{}&quot; is not a number from {} to {}.</source>
        <translation>„{}“ in Spalte „{}“ von „{}“ ist keine Zahl von {} bis {}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; in column &quot;{}&quot; of &quot;{}&quot; is not a whole number.</source>
        <translation>„{}“ in Spalte „{}“ von „{}“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a USD file, which is not read here; open it in Blender and export it as GLB.</source>
        <translation>„{}“ ist eine USD-Datei, die hier nicht gelesen wird; die Datei in Blender öffnen und als GLB exportieren.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a binary OFF file; save it as text, or as PLY.</source>
        <translation>„{}“ ist eine binäre OFF-Datei; die Datei als Text oder als PLY speichern.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged FBX file: there is no type &quot;{}&quot;.</source>
        <translation>„{}“ ist eine beschädigte FBX-Datei: Einen Typ „{}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged PLY file: &quot;{}&quot; is no number.</source>
        <translation>„{}“ ist eine beschädigte PLY-Datei: „{}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged PLY file: a list in it has {} entries.</source>
        <translation>„{}“ ist eine beschädigte PLY-Datei: Eine Liste darin hat {} Einträge.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged PLY file: it does not begin like one.</source>
        <translation>„{}“ ist eine beschädigte PLY-Datei: Der Anfang der Datei passt nicht.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged PLY file: its header is cut off or makes no sense.</source>
        <translation>„{}“ ist eine beschädigte PLY-Datei: Der Dateikopf ist abgeschnitten oder unsinnig.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged PNG picture.</source>
        <translation>„{}“ ist ein beschädigtes PNG-Bild.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged glTF file: its JSON is cut off or makes no sense.</source>
        <translation>„{}“ ist eine beschädigte glTF-Datei: Ihr JSON ist abgeschnitten oder unsinnig.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged glTF file: its parts do not fit together.</source>
        <translation>„{}“ ist eine beschädigte glTF-Datei: Ihre Teile passen nicht zusammen.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged gzip file.</source>
        <translation>„{}“ ist eine beschädigte gzip-Datei.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a folder; name a file to write.</source>
        <translation>„{}“ ist ein Ordner; eine Datei zum Schreiben angeben.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a point cloud. Make a surface of it first, for example with MeshLab (Screened Poisson) or CloudCompare, and save it as PLY.</source>
        <translation>„{}“ ist eine Punktwolke. Zuerst eine Oberfläche daraus erzeugen, zum Beispiel mit MeshLab (Screened Poisson) oder CloudCompare, und als PLY speichern.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is an FBX file of version {}, which is older than 7 and not read here; convert it, for example with Autodesk&apos;s FBX Converter or Blender.</source>
        <translation>„{}“ ist eine FBX-Datei der Version {}, die älter als 7 ist und hier nicht gelesen wird; die Datei umwandeln, zum Beispiel mit dem FBX Converter von Autodesk oder Blender.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is an archive; unpack it and open the surface in it.</source>
        <translation>„{}“ ist ein Archiv; es entpacken und die enthaltene Oberfläche öffnen.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged: it holds fewer voxels than its header claims.</source>
        <translation>„{}“ ist beschädigt: Die Datei enthält weniger Voxel, als ihr Dateikopf angibt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged: it is no text, or a line of it has no end.</source>
        <translation>„{}“ ist beschädigt: Der Inhalt ist kein Text, oder eine Zeile darin hat kein Ende.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged: its nodes are not a tree.</source>
        <translation>„{}“ ist beschädigt: Die Knoten bilden keinen Baum.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged: its parts are nested too deep.</source>
        <translation>„{}“ ist beschädigt: Die Teile sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is empty.</source>
        <translation>„{}“ ist leer.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is neither a folder of base anatomies nor a label volume (NAME.nii.gz).</source>
        <translation>„{}“ ist weder ein Ordner mit Basisanatomien noch ein Labelvolumen (NAME.nii.gz).</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no Slicer markups file (.mrk.json) or table (.csv), or is damaged.</source>
        <translation>„{}“ ist keine Markups-Datei von Slicer (.mrk.json) und keine Tabelle (.csv), oder die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no glTF 2.0 but of another version; convert it, for example with Blender.</source>
        <translation>„{}“ ist kein glTF 2.0, sondern hat eine andere Version; die Datei umwandeln, zum Beispiel mit Blender.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no spacing; give three lengths in mm, for the file&apos;s three axes, as in 0.8,0.8,2.5.</source>
        <translation>„{}“ ist kein Voxelabstand; drei Längen in mm für die drei Achsen der Datei angeben, etwa 0.8,0.8,2.5.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a MetaImage file, or is damaged.</source>
        <translation>„{}“ ist keine MetaImage-Datei oder beschädigt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a NIfTI file, or is damaged.</source>
        <translation>„{}“ ist keine NIfTI-Datei oder beschädigt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a NRRD file, or is damaged.</source>
        <translation>„{}“ ist keine NRRD-Datei oder beschädigt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a PNG picture.</source>
        <translation>„{}“ ist kein PNG-Bild.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a Skiagraph session, or it is damaged.</source>
        <translation>„{}“ ist keine Skiagraph-Sitzung oder beschädigt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a body model.</source>
        <translation>„{}“ ist kein Körpermodell.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a direction; use +x, -x, +y, -y, +z, -z or three numbers such as 0.1,-1,0.</source>
        <translation>„{}“ ist keine Richtung; +x, -x, +y, -y, +z, -z oder drei Zahlen wie 0.1,-1,0 verwenden.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a folder; choose another name.</source>
        <translation>„{}“ ist kein Ordner; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a surface file; use {}.</source>
        <translation>„{}“ ist keine Oberflächendatei; {} verwenden.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a volume; use {}, DICOM or a folder with a DICOM series.</source>
        <translation>„{}“ ist kein Volumen; {}, DICOM oder einen Ordner mit einer DICOM-Serie verwenden.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is of a format that is not read here; open it in Blender, MeshLab or ParaView, or in the program that made it, and save it as {}.</source>
        <translation>„{}“ hat ein Format, das hier nicht gelesen wird; die Datei in Blender, MeshLab oder ParaView oder im Ursprungsprogramm öffnen und als {} speichern.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is written in UTF-16, which no surface format allows; save it as UTF-8 or ASCII.</source>
        <translation>„{}“ ist in UTF-16 geschrieben, das kein Oberflächenformat erlaubt; die Datei als UTF-8 oder ASCII speichern.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; measures in &quot;{}&quot;; save it in mm.</source>
        <translation>„{}“ misst in „{}“; die Datei in mm speichern.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; names &quot;{}&quot; for its voxels, which is not there.</source>
        <translation>„{}“ nennt für die Voxel „{}“, eine Datei, die nicht vorhanden ist.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; names no three axes; give one letter for each axis of the file, L or R, P or A, S or I, as in LPS: to the patient&apos;s left, back and head.</source>
        <translation>„{}“ nennt keine drei Achsen; für jede Achse der Datei einen Buchstaben angeben, L oder R, P oder A, S oder I, etwa LPS: nach links, nach hinten und zum Kopf des Patienten.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; needs the file &quot;{}&quot;, which is not there; copy it beside the first one.</source>
        <translation>„{}“ braucht die Datei „{}“, die nicht vorhanden ist; sie neben die erste kopieren.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; needs the glTF extension {}, which is not read here; export it without.</source>
        <translation>„{}“ braucht die glTF-Erweiterung {}, die hier nicht gelesen wird; ohne sie exportieren.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; needs {} million voxels; at most {} million are read. Resample it, or its header is damaged.</source>
        <translation>„{}“ braucht {} Millionen Voxel; höchstens {} Millionen werden gelesen. Die Daten neu abtasten, sofern nicht der Dateikopf beschädigt ist.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; only says where Git LFS keeps the surface; fetch it with &quot;git lfs pull&quot;.</source>
        <translation>„{}“ gibt nur an, wo Git LFS die Oberfläche aufbewahrt; sie mit „git lfs pull“ holen.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; shows air alone; its values are not Hounsfield units, or there is no body.</source>
        <translation>„{}“ zeigt nur Luft; die Werte sind keine Hounsfield-Einheiten, oder es gibt keinen Körper.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; stores its voxels as {}, which is not read; save it again in one file, for example with 3D Slicer.</source>
        <translation>„{}“ speichert die Voxel als {}, was nicht gelesen wird; die Daten erneut in einer Datei speichern, zum Beispiel mit 3D Slicer.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; tells of at least {} triangles with {} vertices in {} bytes, which no real surface does; the file is damaged.</source>
        <translation>„{}“ nennt mindestens {} Dreiecke mit {} Eckpunkten in {} Bytes, was bei keiner echten Oberfläche vorkommt; die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; would become {} bytes large, which no body scan does.</source>
        <translation>„{}“ würde {} Bytes groß, was bei keinem Körperscan vorkommt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; writes its numbers with a decimal comma (line {}); export it with decimal points.</source>
        <translation>„{}“ schreibt Zahlen mit Dezimalkomma (Zeile {}); die Datei mit Dezimalpunkten exportieren.</translation>
    </message>
    <message>
        <source>--halve takes people that were made before; name them with --data.</source>
        <translation>--halve verwendet Personen, die zuvor erzeugt wurden; diese mit --data angeben.</translation>
    </message>
    <message>
        <source>--neck, --symphysis and --like are of one person; ingest one CT after the other with --append.</source>
        <translation>--neck, --symphysis und --like gelten für eine einzige Person; die CTs nacheinander mit --append aufnehmen.</translation>
    </message>
    <message>
        <source>A body model has 100 to {} vertices, not {}.</source>
        <translation>Ein Körpermodell hat 100 bis {} Eckpunkte, nicht {}.</translation>
    </message>
    <message>
        <source>A body model needs at least {} components and more people than components.</source>
        <translation>Ein Körpermodell braucht mindestens {} Komponenten und mehr Personen als Komponenten.</translation>
    </message>
    <message>
        <source>A compiled network was asked for an X-ray of another size.</source>
        <translation>Von einem kompilierten Netz wurde ein Röntgenbild anderer Größe verlangt.</translation>
    </message>
    <message>
        <source>A compiled network was given a surface of another size.</source>
        <translation>Ein kompiliertes Netz hat eine Oberfläche anderer Größe erhalten.</translation>
    </message>
    <message>
        <source>A compiled network was given pictures of another size.</source>
        <translation>Ein kompiliertes Netz hat Bilder anderer Größe erhalten.</translation>
    </message>
    <message>
        <source>A person of {} mm and these girths cannot weigh {} kg on base anatomy &quot;{}&quot;.</source>
        <translation>Eine Person von {} mm mit diesen Umfängen kann nicht {} kg wiegen, wenn die Basisanatomie „{}“ ist.</translation>
    </message>
    <message>
        <source>A picture of {} x {} cannot hold {} values.</source>
        <translation>Ein Bild von {} × {} kann nicht {} Werte enthalten.</translation>
    </message>
    <message>
        <source>A population needs at least one base anatomy.</source>
        <translation>Eine Population braucht mindestens eine Basisanatomie.</translation>
    </message>
    <message>
        <source>A population needs at least one person.</source>
        <translation>Eine Population braucht mindestens eine Person.</translation>
    </message>
    <message>
        <source>A run that starts from markers needs at least one iteration.</source>
        <translation>Ein Durchlauf, der von Markern ausgeht, braucht mindestens eine Iteration.</translation>
    </message>
    <message>
        <source>A tensor of this type cannot be stored in a .safetensors file.</source>
        <translation>Ein Tensor dieses Typs kann nicht in einer .safetensors-Datei gespeichert werden.</translation>
    </message>
    <message>
        <source>A transform cannot be inverted.</source>
        <translation>Eine Transformation lässt sich nicht umkehren.</translation>
    </message>
    <message>
        <source>All landmarks lie outside of the CT; give those of this CT, in mm and LPS.</source>
        <translation>Alle Landmarken liegen außerhalb des CT; die Landmarken dieses CT in mm und LPS angeben.</translation>
    </message>
    <message>
        <source>Another training process ended or cannot be reached; start all of them again with --resume.</source>
        <translation>Ein anderer Trainingsprozess ist beendet oder nicht erreichbar; alle Prozesse mit --resume neu starten.</translation>
    </message>
    <message>
        <source>Attenuation is known between 60 and 80 keV, not at {} keV.</source>
        <translation>Die Schwächung ist zwischen 60 und 80 keV bekannt, nicht bei {} keV.</translation>
    </message>
    <message>
        <source>Every draw of the interior folds in base anatomy &quot;{}&quot;; the displacements are too large for it.</source>
        <translation>Jede Ziehung des Körperinneren faltet sich in der Basisanatomie „{}“; die Verschiebungen sind zu groß für sie.</translation>
    </message>
    <message>
        <source>Give --landmarks once for each CT, in the same order; &quot;none&quot; for a person without.</source>
        <translation>--landmarks für jedes CT einmal angeben, in derselben Reihenfolge; „none“ für eine Person ohne Landmarken.</translation>
    </message>
    <message>
        <source>Give a data set with --data, a table of scans with --scans, or both.</source>
        <translation>Einen Datensatz mit --data, eine Tabelle von Scans mit --scans oder beides angeben.</translation>
    </message>
    <message>
        <source>Give either --base and --out to make people, or --data to report on people made before.</source>
        <translation>Entweder --base und --out angeben, um Personen zu erzeugen, oder --data, um über zuvor erzeugte Personen zu berichten.</translation>
    </message>
    <message>
        <source>In &quot;{}&quot; the row &quot;{}&quot; says same_as &quot;{}&quot;, which is no other row.</source>
        <translation>In „{}“ gibt die Zeile „{}“ same_as „{}“ an, was keine andere Zeile ist.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot; a stage has an adversary but does not train CIGN.</source>
        <translation>Im Rezept „{}“ hat eine Stufe einen Gegenspieler (adversary), trainiert aber CIGN nicht.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot; the last stage that trains MPN must not have a larger &quot;shrink&quot; than &quot;marker_shrink&quot;.</source>
        <translation>Im Rezept „{}“ darf die letzte Stufe, die MPN trainiert, kein größeres „shrink“ als „marker_shrink“ haben.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot; there is no such &quot;kind&quot; as &quot;{}&quot;.</source>
        <translation>Im Rezept „{}“ gibt es kein „kind“ mit dem Wert „{}“.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;adversary&quot; must be an object.</source>
        <translation>Im Rezept „{}“ muss „adversary“ ein Objekt sein.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;lambda&quot; must be two numbers.</source>
        <translation>Im Rezept „{}“ muss „lambda“ aus zwei Zahlen bestehen.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;optimiser&quot; must be adam or muon.</source>
        <translation>Im Rezept „{}“ muss „optimiser“ adam oder muon sein.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;precision&quot; must be float32 or bfloat16.</source>
        <translation>Im Rezept „{}“ muss „precision“ float32 oder bfloat16 sein.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;stages&quot; must be a list of objects.</source>
        <translation>Im Rezept „{}“ muss „stages“ eine Liste von Objekten sein.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;{}&quot; must be 1, 2 or 4.</source>
        <translation>Im Rezept „{}“ muss „{}“ 1, 2 oder 4 sein.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;{}&quot; must be a number between 0 and {}.</source>
        <translation>Im Rezept „{}“ muss „{}“ eine Zahl zwischen 0 und {} sein.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;{}&quot; must be a text.</source>
        <translation>Im Rezept „{}“ muss „{}“ ein Text sein.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;{}&quot; must be a whole number from {} to {}.</source>
        <translation>Im Rezept „{}“ muss „{}“ eine ganze Zahl von {} bis {} sein.</translation>
    </message>
    <message>
        <source>Label {} of &quot;{}&quot; has no row in its table of organs; add one, or make it 0 (air).</source>
        <translation>Label {} von „{}“ hat keine Zeile in der zugehörigen Organtabelle; eine Zeile ergänzen oder das Label auf 0 (Luft) setzen.</translation>
    </message>
    <message>
        <source>Leaving one base anatomy out needs two or more; &quot;{}&quot; has {}.</source>
        <translation>Zum Auslassen einer Basisanatomie sind zwei oder mehr nötig; „{}“ hat {}.</translation>
    </message>
    <message>
        <source>Line {} of &quot;{}&quot; has {} columns instead of {}.</source>
        <translation>Zeile {} von „{}“ hat {} Spalten statt {}.</translation>
    </message>
    <message>
        <source>Line {} of &quot;{}&quot; lacks a name or a scan.</source>
        <translation>In Zeile {} von „{}“ fehlt ein Name oder ein Scan.</translation>
    </message>
    <message>
        <source>MS-SSIM needs pictures of at least {} pixels a side.</source>
        <translation>MS-SSIM braucht Bilder von mindestens {} Pixeln Seitenlänge.</translation>
    </message>
    <message>
        <source>Medium {} of &quot;{}&quot; is missing in &quot;{}&quot;.</source>
        <translation>Medium {} von „{}“ fehlt in „{}“.</translation>
    </message>
    <message>
        <source>Name either a --sex (female or male) or a built-in --person.</source>
        <translation>Entweder --sex (female oder male) oder eine mitgelieferte Person mit --person angeben.</translation>
    </message>
    <message>
        <source>Neck (z {} mm) and pubic symphysis (z {} mm) lie further apart than in any person; check the levels, in mm of the CT&apos;s frame.</source>
        <translation>Hals (z {} mm) und Symphyse (z {} mm) liegen weiter auseinander als bei jedem Menschen; die Höhen prüfen, in mm des CT-Koordinatensystems.</translation>
    </message>
    <message>
        <source>Neck and pubic symphysis must be at least {} mm apart; give both levels by hand.</source>
        <translation>Hals und Symphyse müssen mindestens {} mm auseinanderliegen; beide Höhen von Hand angeben.</translation>
    </message>
    <message>
        <source>Networks that fold their pictures already cannot be made finer.</source>
        <translation>Netze, die ihre Bilder schon falten, können nicht feiner gemacht werden.</translation>
    </message>
    <message>
        <source>No draw of the habitus has a fitting weight and a torso that can be found on base anatomy &quot;{}&quot;.</source>
        <translation>Keine Ziehung des Habitus hat ein passendes Gewicht und einen auffindbaren Rumpf bei der Basisanatomie „{}“.</translation>
    </message>
    <message>
        <source>No draw of the habitus has a fitting weight on base anatomy &quot;{}&quot;.</source>
        <translation>Keine Ziehung des Habitus hat ein passendes Gewicht bei der Basisanatomie „{}“.</translation>
    </message>
    <message>
        <source>No temporary folder can be made.</source>
        <translation>Ein temporärer Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>None of the scans in &quot;{}&quot; could be evaluated.</source>
        <translation>Keiner der Scans in „{}“ konnte ausgewertet werden.</translation>
    </message>
    <message>
        <source>None of the {} CTs can be used; nothing was written.</source>
        <translation>Keines der {} CTs ist verwendbar; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Nothing was timed.</source>
        <translation>Keine Zeit wurde gemessen.</translation>
    </message>
    <message>
        <source>Only pictures of one size can be compared with each other.</source>
        <translation>Nur Bilder gleicher Größe lassen sich miteinander vergleichen.</translation>
    </message>
    <message>
        <source>Pictures of this data set cannot be made {} times smaller for the networks.</source>
        <translation>Bilder dieses Datensatzes können für die Netze nicht um den Faktor {} verkleinert werden.</translation>
    </message>
    <message>
        <source>Pictures of {} x {} pixels cannot be made half as large.</source>
        <translation>Bilder von {} × {} Pixeln können nicht auf die Hälfte verkleinert werden.</translation>
    </message>
    <message>
        <source>Say with --out where the people go, for example --out people.safetensors.</source>
        <translation>Mit --out angeben, wohin die Personen geschrieben werden, zum Beispiel --out people.safetensors.</translation>
    </message>
    <message>
        <source>Several processes need the environment variable {}; start them with torchrun.</source>
        <translation>Mehrere Prozesse brauchen die Umgebungsvariable {}; sie mit torchrun starten.</translation>
    </message>
    <message>
        <source>The CT does not show the whole body from the crown to the thighs, so neck and pubic symphysis are not known; give their levels, landmarks with both or another scan of the same person.</source>
        <translation>Das CT zeigt nicht den ganzen Körper vom Scheitel bis zu den Oberschenkeln, daher sind Hals und Symphyse unbekannt; ihre Höhen, Landmarken mit beiden oder einen anderen Scan derselben Person angeben.</translation>
    </message>
    <message>
        <source>The CT has front and back exchanged: the spine lies in front of the windpipe. The directions in its file are wrong; give the right ones (--axes).</source>
        <translation>Im CT sind vorn und hinten vertauscht: Die Wirbelsäule liegt vor der Luftröhre. Die Richtungen in der Datei sind falsch; die richtigen angeben (--axes).</translation>
    </message>
    <message>
        <source>The CT is upside down: the windpipe lies below the lungs. The directions in its file are wrong; give the right ones (--axes).</source>
        <translation>Das CT steht auf dem Kopf: Die Luftröhre liegt unter der Lunge. Die Richtungen in der Datei sind falsch; die richtigen angeben (--axes).</translation>
    </message>
    <message>
        <source>The CT shows no body: nothing in it is as thick as one.</source>
        <translation>Das CT zeigt keinen Körper: Nichts darin ist so dick wie ein Körper.</translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; does not say what its values mean (Rescale Slope and Intercept are missing), so they are no Hounsfield units; say which values air and water have (--values AIR,WATER; 24,1024 for what most scanners store).</source>
        <translation>Die DICOM-Datei „{}“ gibt nicht an, was die Werte bedeuten (Rescale Slope und Intercept fehlen), daher sind sie keine Hounsfield-Einheiten; angeben, welche Werte Luft und Wasser haben (--values AIR,WATER; 24,1024 für das, was die meisten Scanner speichern).</translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; does not say where its slice lies (Image Position is missing). When all slices follow one another by their numbers, give directions and distances (--axes and --spacing).</source>
        <translation>Die DICOM-Datei „{}“ gibt nicht an, wo die Schicht liegt (Image Position fehlt). Wenn alle Schichten der Nummer nach aufeinanderfolgen, Richtungen und Abstände angeben (--axes und --spacing).</translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; holds {} pictures without saying where each lies; export the series as single slices.</source>
        <translation>Die DICOM-Datei „{}“ enthält {} Bilder ohne Angabe, wo jedes liegt; die Serie als einzelne Schichten exportieren.</translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; is compressed in a way that is not read ({}); export the series uncompressed.</source>
        <translation>Die DICOM-Datei „{}“ ist auf eine Weise komprimiert, die nicht gelesen wird ({}); die Serie unkomprimiert exportieren.</translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; is damaged or was not copied to its end; copy it again.</source>
        <translation>Die DICOM-Datei „{}“ ist beschädigt oder wurde nicht vollständig kopiert; die Datei erneut kopieren.</translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; is damaged: it does not hold the {} x {} pixels that it claims.</source>
        <translation>Die DICOM-Datei „{}“ ist beschädigt: Sie enthält nicht die angegebenen {} × {} Pixel.</translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; is empty; copy it again.</source>
        <translation>Die DICOM-Datei „{}“ ist leer; die Datei erneut kopieren.</translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; is not CT but &quot;{}&quot;.</source>
        <translation>Die DICOM-Datei „{}“ ist kein CT, sondern „{}“.</translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; was taken with a tilted gantry, which its slices&apos; places do not show; resample the series to upright slices first.</source>
        <translation>Die DICOM-Datei „{}“ wurde mit gekippter Gantry aufgenommen, was die Orte der Schichten nicht zeigen; die Serie zuerst auf aufrechte Schichten neu abtasten.</translation>
    </message>
    <message>
        <source>The archive &quot;{}&quot; is damaged or locked with a password; unpack it first.</source>
        <translation>Das Archiv „{}“ ist beschädigt oder durch ein Passwort gesperrt; es zuerst entpacken.</translation>
    </message>
    <message>
        <source>The base anatomies &quot;{}&quot; and &quot;{}&quot; are of one sex; a body model comes from one base anatomy, so leave out the other.</source>
        <translation>Die Basisanatomien „{}“ und „{}“ haben dasselbe Geschlecht; ein Körpermodell stammt von einer einzigen Basisanatomie, daher die andere weglassen.</translation>
    </message>
    <message>
        <source>The base anatomy &quot;{}&quot; has no chest wall to put a pacemaker under.</source>
        <translation>Die Basisanatomie „{}“ hat keine Brustwand, unter die sich ein Herzschrittmacher setzen lässt.</translation>
    </message>
    <message>
        <source>The base anatomy &quot;{}&quot; has no {}, which an anomaly needs; leave the anomaly or the base out.</source>
        <translation>Der Basisanatomie „{}“ fehlt „{}“, was eine Anomalie braucht; die Anomalie oder die Basisanatomie weglassen.</translation>
    </message>
    <message>
        <source>The base anatomy has no {}; a landmark cannot be placed.</source>
        <translation>Der Basisanatomie fehlt „{}“; eine Landmarke kann nicht gesetzt werden.</translation>
    </message>
    <message>
        <source>The base anatomy&apos;s {} has an unexpected shape; a landmark cannot be placed.</source>
        <translation>„{}“ hat in der Basisanatomie eine unerwartete Form; eine Landmarke kann nicht gesetzt werden.</translation>
    </message>
    <message>
        <source>The body in the CT has {} litres over {} mm of height, which nobody has; its spacing is wrong (--spacing X,Y,Z in mm).</source>
        <translation>Der Körper im CT hat {} Liter auf {} mm Höhe, was bei keinem Menschen vorkommt; der Voxelabstand ist falsch (--spacing X,Y,Z in mm).</translation>
    </message>
    <message>
        <source>The body is cut off above the neck.</source>
        <translation>Der Körper ist oberhalb des Halses abgeschnitten.</translation>
    </message>
    <message>
        <source>The body is cut off above the thighs.</source>
        <translation>Der Körper ist oberhalb der Oberschenkel abgeschnitten.</translation>
    </message>
    <message>
        <source>The body is {} units tall, which is no person in mm, cm, dm, m or inch; scale the surface to its true size, or give the millimetres of one unit.</source>
        <translation>Der Körper ist {} Einheiten groß, was in mm, cm, dm, m oder Zoll keinem Menschen entspricht; die Oberfläche auf ihre wahre Größe skalieren oder die Millimeter einer Einheit angeben.</translation>
    </message>
    <message>
        <source>The body lies outside of the picture that these levels of neck and pubic symphysis give; check them.</source>
        <translation>Der Körper liegt außerhalb des Bildes, das sich aus diesen Höhen von Hals und Symphyse ergibt; die Höhen prüfen.</translation>
    </message>
    <message>
        <source>The body model &quot;{}&quot; is of version &quot;{}&quot;, not {}.</source>
        <translation>Das Körpermodell „{}“ hat die Version „{}“, nicht {}.</translation>
    </message>
    <message>
        <source>The body model of this sex has no body with all of these sizes together: {}; change one of them or leave it open.</source>
        <translation>Das Körpermodell dieses Geschlechts hat keinen Körper mit allen diesen Maßen zugleich: {}; eines davon ändern oder offen lassen.</translation>
    </message>
    <message>
        <source>The checkpoint &quot;{}&quot; belongs to another recipe; choose another folder or start anew.</source>
        <translation>Der Zwischenstand „{}“ gehört zu einem anderen Rezept; einen anderen Ordner wählen oder neu beginnen.</translation>
    </message>
    <message>
        <source>The checkpoint &quot;{}&quot; lacks the state of its stage; start the run anew.</source>
        <translation>Dem Zwischenstand „{}“ fehlt der Zustand seiner Stufe; den Trainingslauf neu beginnen.</translation>
    </message>
    <message>
        <source>The compiled networks cannot run on this processor (oneDNN status {}).</source>
        <translation>Die kompilierten Netze laufen auf diesem Prozessor nicht (oneDNN-Status {}).</translation>
    </message>
    <message>
        <source>The data set &quot;{}&quot; has other landmarks than this program, or has them in another order; make it again.</source>
        <translation>Der Datensatz „{}“ hat andere Landmarken als dieses Programm oder hat sie in anderer Reihenfolge; ihn neu erzeugen.</translation>
    </message>
    <message>
        <source>The data set and the networks are of different picture frames.</source>
        <translation>Der Datensatz und die Netze haben verschiedene Bildrahmen.</translation>
    </message>
    <message>
        <source>The data set does not say its &quot;{}&quot;; make it with skiagraph-cli population.</source>
        <translation>Der Datensatz gibt „{}“ nicht an; ihn mit skiagraph-cli population erzeugen.</translation>
    </message>
    <message>
        <source>The data set does not say the sex of each of its bases, or does not name each measure; make it with skiagraph-cli population.</source>
        <translation>Der Datensatz gibt nicht das Geschlecht jeder Basisanatomie an oder benennt nicht jedes Maß; ihn mit skiagraph-cli population erzeugen.</translation>
    </message>
    <message>
        <source>The data set has no measures of its people; make it with skiagraph-cli population.</source>
        <translation>Der Datensatz hat keine Maße seiner Personen; ihn mit skiagraph-cli population erzeugen.</translation>
    </message>
    <message>
        <source>The data set has no people in its validation split whose markers are known.</source>
        <translation>Der Datensatz hat im Validierungsteil keine Personen, deren Marker bekannt sind.</translation>
    </message>
    <message>
        <source>The data set has no people in its validation split.</source>
        <translation>Der Datensatz hat keine Personen im Validierungsteil.</translation>
    </message>
    <message>
        <source>The data set has no people in its {} split whose markers and whole X-ray are known.</source>
        <translation>Der Datensatz hat im Teil „{}“ keine Personen, deren Marker und ganzes Röntgenbild bekannt sind.</translation>
    </message>
    <message>
        <source>The data set has no people in its {} split.</source>
        <translation>Der Datensatz hat keine Personen im Teil „{}“.</translation>
    </message>
    <message>
        <source>The data set has no people in one of its splits; make a larger one.</source>
        <translation>Der Datensatz hat in einem seiner Teile keine Personen; einen größeren erzeugen.</translation>
    </message>
    <message>
        <source>The data set has no people to train on whose markers and whole X-ray are known, so there is no mean person to compare with.</source>
        <translation>Der Datensatz hat keine Personen zum Trainieren, deren Marker und ganzes Röntgenbild bekannt sind, daher gibt es keine mittlere Person zum Vergleich.</translation>
    </message>
    <message>
        <source>The data set has no test people whose markers and whole X-ray are known.</source>
        <translation>Der Datensatz hat keine Testpersonen, deren Marker und ganzes Röntgenbild bekannt sind.</translation>
    </message>
    <message>
        <source>The data set has nobody of the base anatomy number {}.</source>
        <translation>Der Datensatz hat keine Person der Basisanatomie Nummer {}.</translation>
    </message>
    <message>
        <source>The data set has nobody with all markers and a whole X-ray in one of its splits; add such people, for example virtual ones.</source>
        <translation>Der Datensatz hat in einem seiner Teile keine Person mit allen Markern und ganzem Röntgenbild; solche Personen hinzufügen, zum Beispiel virtuelle.</translation>
    </message>
    <message>
        <source>The environment variable SKIAGRAPH_NETWORKS is &quot;{}&quot;; it may be libtorch, float32 or int8.</source>
        <translation>Die Umgebungsvariable SKIAGRAPH_NETWORKS ist „{}“; erlaubt sind libtorch, float32 und int8.</translation>
    </message>
    <message>
        <source>The environment variable {} is &quot;{}&quot; and must be a whole number, as torchrun sets it.</source>
        <translation>Die Umgebungsvariable {} ist „{}“ und muss eine ganze Zahl sein, wie torchrun sie setzt.</translation>
    </message>
    <message>
        <source>The environment variable {} is {} and must lie between {} and {}.</source>
        <translation>Die Umgebungsvariable {} ist {} und muss zwischen {} und {} liegen.</translation>
    </message>
    <message>
        <source>The femora of base anatomy &quot;{}&quot; are too short for a hip replacement.</source>
        <translation>Die Oberschenkelknochen der Basisanatomie „{}“ sind zu kurz für einen Hüftgelenkersatz.</translation>
    </message>
    <message>
        <source>The file &quot;{}&quot; cannot be opened; check its name.</source>
        <translation>Die Datei „{}“ kann nicht geöffnet werden; den Namen prüfen.</translation>
    </message>
    <message>
        <source>The file &quot;{}&quot; does not hold weights of network &quot;{}&quot;.</source>
        <translation>Die Datei „{}“ enthält keine Gewichte des Netzes „{}“.</translation>
    </message>
    <message>
        <source>The file &quot;{}&quot; is not a checkpoint of a training run.</source>
        <translation>Die Datei „{}“ ist kein Zwischenstand eines Trainingslaufs.</translation>
    </message>
    <message>
        <source>The finished part &quot;{}&quot; in &quot;{}&quot; is damaged; delete it.</source>
        <translation>Der fertige Teil „{}“ in „{}“ ist beschädigt; ihn löschen.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; cannot be made: {}.</source>
        <translation>Der Ordner „{}“ kann nicht angelegt werden: {}.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; cannot be read.</source>
        <translation>Der Ordner „{}“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; does not exist; make it first.</source>
        <translation>Der Ordner „{}“ existiert nicht; ihn zuerst anlegen.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; for finished parts cannot be made: {}.</source>
        <translation>Der Ordner „{}“ für fertige Teile kann nicht angelegt werden: {}.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds no baselines (folders unet, pix2pix, wgan, wgan-gp).</source>
        <translation>Der Ordner „{}“ enthält keine Vergleichsnetze (Ordner unet, pix2pix, wgan, wgan-gp).</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds no label volume (NAME.nii.gz).</source>
        <translation>Der Ordner „{}“ enthält kein Labelvolumen (NAME.nii.gz).</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds no networks in folders named after base anatomies.</source>
        <translation>Der Ordner „{}“ enthält keine Netze in Ordnern, die nach Basisanatomien benannt sind.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds no other networks in folders named after base anatomies.</source>
        <translation>Der Ordner „{}“ enthält keine anderen Netze in Ordnern, die nach Basisanatomien benannt sind.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds no {}.</source>
        <translation>Im Ordner „{}“ fehlt: {}.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds parts of another population; delete it, or write to another file.</source>
        <translation>Der Ordner „{}“ enthält Teile einer anderen Population; ihn löschen oder in eine andere Datei schreiben.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds the checkpoint of a training run; go on with it (--resume), choose another folder, or delete that run and start anew (--force).</source>
        <translation>Der Ordner „{}“ enthält den Zwischenstand eines Trainingslaufs; den Lauf fortsetzen (--resume), einen anderen Ordner wählen oder den Lauf löschen und neu beginnen (--force).</translation>
    </message>
    <message>
        <source>The folder of &quot;{}&quot; does not exist; make it first.</source>
        <translation>Der Ordner von „{}“ existiert nicht; ihn zuerst anlegen.</translation>
    </message>
    <message>
        <source>The front {} lies along the body; give the up direction too.</source>
        <translation>Die Richtung nach vorn {} verläuft entlang des Körpers; auch die Richtung nach oben angeben.</translation>
    </message>
    <message>
        <source>The landmarks in a CT are not known; --landmarks needs a label volume.</source>
        <translation>Die Landmarken in einem CT sind nicht bekannt; --landmarks braucht ein Labelvolumen.</translation>
    </message>
    <message>
        <source>The levels of {} and {} mm do not tell the unit of a body of {} units; give it.</source>
        <translation>Die Höhen {} und {} mm bestimmen nicht die Einheit eines Körpers von {} Einheiten; die Einheit angeben.</translation>
    </message>
    <message>
        <source>The loop needs a surface image.</source>
        <translation>Die Schleife braucht ein Oberflächenbild.</translation>
    </message>
    <message>
        <source>The lungs of base anatomy &quot;{}&quot; have no room for a nodule of {} mm.</source>
        <translation>Die Lungen der Basisanatomie „{}“ haben keinen Platz für einen Rundherd von {} mm.</translation>
    </message>
    <message>
        <source>The memory of the graphics card is not enough for this; the CPU can be used.</source>
        <translation>Der Speicher der Grafikkarte reicht hierfür nicht aus; die CPU kann verwendet werden.</translation>
    </message>
    <message>
        <source>The memory of this computer is not enough for the surface &quot;{}&quot;.</source>
        <translation>Der Speicher dieses Computers reicht für die Oberfläche „{}“ nicht aus.</translation>
    </message>
    <message>
        <source>The neck (z {} mm) lies below the pubic symphysis (z {} mm); the levels are swapped, or the CT is upside down (--axes).</source>
        <translation>Der Hals (z {} mm) liegt unter der Symphyse (z {} mm); die Höhen sind vertauscht, oder das CT steht auf dem Kopf (--axes).</translation>
    </message>
    <message>
        <source>The neck level must lie at least {} mm above the symphysis level.</source>
        <translation>Die Höhe des Halses muss mindestens {} mm über der Höhe der Symphyse liegen.</translation>
    </message>
    <message>
        <source>The network does not predict a folded X-ray.</source>
        <translation>Das Netz sagt kein gefaltetes Röntgenbild vorher.</translation>
    </message>
    <message>
        <source>The network does not predict an X-ray from a surface and markers.</source>
        <translation>Das Netz sagt kein Röntgenbild aus einer Oberfläche und Markern vorher.</translation>
    </message>
    <message>
        <source>The networks do not know the marker {}.</source>
        <translation>Die Netze kennen den Marker {} nicht.</translation>
    </message>
    <message>
        <source>The networks gave a picture that is not finite; the last good one stays.</source>
        <translation>Die Netze ergaben ein Bild, das nicht endlich ist; das letzte gute bleibt.</translation>
    </message>
    <message>
        <source>The networks in &quot;{}&quot; are for another picture frame than the data set&apos;s.</source>
        <translation>Die Netze in „{}“ gelten für einen anderen Bildrahmen als den des Datensatzes.</translation>
    </message>
    <message>
        <source>The networks in &quot;{}&quot; are not those of the recipe &quot;{}&quot; that &quot;{}&quot; continues.</source>
        <translation>Die Netze in „{}“ sind nicht die des Rezepts „{}“, das von „{}“ fortgesetzt wird.</translation>
    </message>
    <message>
        <source>The person is bent over: markers can only be found in one who stands or lies straight; scan again, or give the axes and both levels.</source>
        <translation>Die Person ist gebeugt: Marker lassen sich nur bei einer Person finden, die gerade steht oder liegt; erneut scannen oder die Achsen und beide Höhen angeben.</translation>
    </message>
    <message>
        <source>The person kneels or bends the knees: markers can only be found in one who stands or lies straight; scan again, or give the axes and both levels.</source>
        <translation>Die Person kniet oder beugt die Knie: Marker lassen sich nur bei einer Person finden, die gerade steht oder liegt; erneut scannen oder die Achsen und beide Höhen angeben.</translation>
    </message>
    <message>
        <source>The person sits, with the thighs forward: markers can only be found in one who stands or lies straight; scan again, or give the axes and both levels.</source>
        <translation>Die Person sitzt, mit den Oberschenkeln nach vorn: Marker lassen sich nur bei einer Person finden, die gerade steht oder liegt; erneut scannen oder die Achsen und beide Höhen angeben.</translation>
    </message>
    <message>
        <source>The phantom&apos;s voxels can be 1 to 10 mm wide, not {} mm.</source>
        <translation>Die Voxel des Phantoms können 1 bis 10 mm breit sein, nicht {} mm.</translation>
    </message>
    <message>
        <source>The picture &quot;{}&quot; cannot be drawn; it may be too large.</source>
        <translation>Das Bild „{}“ kann nicht gezeichnet werden; möglicherweise ist es zu groß.</translation>
    </message>
    <message>
        <source>The picture &quot;{}&quot; cannot be made a PNG.</source>
        <translation>Das Bild „{}“ kann nicht in PNG umgewandelt werden.</translation>
    </message>
    <message>
        <source>The picture is too small for MS-SSIM.</source>
        <translation>Das Bild ist zu klein für MS-SSIM.</translation>
    </message>
    <message>
        <source>The pictures of the data set are too small to compare: MS-SSIM needs {} pixels a side.</source>
        <translation>Die Bilder des Datensatzes sind zu klein zum Vergleichen: MS-SSIM braucht {} Pixel Seitenlänge.</translation>
    </message>
    <message>
        <source>The pin &quot;{}&quot; is not of the form marker=LEFT,HEAD in mm, for example liver_top=+0,-12mm.</source>
        <translation>Die Fixierung „{}“ hat nicht die Form marker=LEFT,HEAD in mm, zum Beispiel liver_top=+0,-12mm.</translation>
    </message>
    <message>
        <source>The pin of the marker {} lies outside the picture.</source>
        <translation>Die Fixierung des Markers {} liegt außerhalb des Bildes.</translation>
    </message>
    <message>
        <source>The pixels of the series in &quot;{}&quot; are {} mm wide in one slice and {} mm in another; choose the slices of one reconstruction.</source>
        <translation>Die Pixel der Serie in „{}“ sind in einer Schicht {} mm breit und in einer anderen {} mm; die Schichten einer einzigen Rekonstruktion wählen.</translation>
    </message>
    <message>
        <source>The program&apos;s folder of models is not there or holds no {}; install it, or set the environment variable SKIAGRAPH_MODELS to the folder that holds them.</source>
        <translation>Der Modellordner des Programms ist nicht vorhanden, oder darin fehlt: {}; ihn installieren oder die Umgebungsvariable SKIAGRAPH_MODELS auf den Ordner setzen, der dies enthält.</translation>
    </message>
    <message>
        <source>The recipe &quot;{}&quot; begins with untrained networks; leave out --from.</source>
        <translation>Das Rezept „{}“ beginnt mit untrainierten Netzen; --from weglassen.</translation>
    </message>
    <message>
        <source>The recipe &quot;{}&quot; continues networks of the recipe &quot;{}&quot;; name their folder with --from.</source>
        <translation>Das Rezept „{}“ setzt Netze des Rezepts „{}“ fort; deren Ordner mit --from angeben.</translation>
    </message>
    <message>
        <source>The recipe &quot;{}&quot; has no &quot;name&quot;.</source>
        <translation>Im Rezept „{}“ fehlt „name“.</translation>
    </message>
    <message>
        <source>The recipe &quot;{}&quot; has no &quot;stages&quot;.</source>
        <translation>Im Rezept „{}“ fehlt „stages“.</translation>
    </message>
    <message>
        <source>The recipe &quot;{}&quot; is damaged: it is not valid JSON.</source>
        <translation>Das Rezept „{}“ ist beschädigt: Es ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The recipe &quot;{}&quot; must be a JSON object.</source>
        <translation>Das Rezept „{}“ muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>The recipe&apos;s batch of {} people cannot be shared equally by {} processes.</source>
        <translation>Der Batch von {} Personen im Rezept lässt sich nicht gleichmäßig auf {} Prozesse verteilen.</translation>
    </message>
    <message>
        <source>The scan &quot;{}&quot; has changed since it was opened; open it again.</source>
        <translation>Der Scan „{}“ hat sich seit dem Öffnen geändert; ihn erneut öffnen.</translation>
    </message>
    <message>
        <source>The scan&apos;s file name has letters that a session cannot hold; rename the file.</source>
        <translation>Der Dateiname des Scans hat Zeichen, die eine Sitzung nicht speichern kann; die Datei umbenennen.</translation>
    </message>
    <message>
        <source>The series in &quot;{}&quot; holds slices that are shifted against each other; choose one acquisition.</source>
        <translation>Die Serie in „{}“ enthält Schichten, die gegeneinander verschoben sind; eine einzige Aufnahme wählen.</translation>
    </message>
    <message>
        <source>The series in &quot;{}&quot; holds two slices at the same place (&quot;{}&quot; and &quot;{}&quot;); choose one reconstruction.</source>
        <translation>Die Serie in „{}“ enthält zwei Schichten am selben Ort („{}“ und „{}“); eine einzige Rekonstruktion wählen.</translation>
    </message>
    <message>
        <source>The slices in &quot;{}&quot; lie {} mm apart by their positions, not {} mm; correct --spacing.</source>
        <translation>Die Schichten in „{}“ liegen ihren Positionen nach {} mm auseinander, nicht {} mm; --spacing korrigieren.</translation>
    </message>
    <message>
        <source>The spine of base anatomy &quot;{}&quot; is too short for rods.</source>
        <translation>Die Wirbelsäule der Basisanatomie „{}“ ist zu kurz für Stäbe.</translation>
    </message>
    <message>
        <source>The surface has a triangle whose corner does not exist.</source>
        <translation>Die Oberfläche hat ein Dreieck, dessen Ecke nicht existiert.</translation>
    </message>
    <message>
        <source>The surface has coordinates that are not numbers (NaN or infinite).</source>
        <translation>Die Oberfläche hat Koordinaten, die keine Zahlen sind (NaN oder unendlich).</translation>
    </message>
    <message>
        <source>The surface has no triangles.</source>
        <translation>Die Oberfläche hat keine Dreiecke.</translation>
    </message>
    <message>
        <source>The surface image and the networks are of different frames.</source>
        <translation>Das Oberflächenbild und die Netze haben verschiedene Bildrahmen.</translation>
    </message>
    <message>
        <source>The surface image does not have the size of its frame.</source>
        <translation>Das Oberflächenbild hat nicht die Größe seines Bildrahmens.</translation>
    </message>
    <message>
        <source>The surface image shows no body.</source>
        <translation>Das Oberflächenbild zeigt keinen Körper.</translation>
    </message>
    <message>
        <source>The surface is a flat sheet, not a body.</source>
        <translation>Die Oberfläche ist ein flaches Blatt, kein Körper.</translation>
    </message>
    <message>
        <source>The surface is far broader than it is long: it is not a human body.</source>
        <translation>Die Oberfläche ist weit breiter als lang: Sie ist kein menschlicher Körper.</translation>
    </message>
    <message>
        <source>The surface is not a standing or lying human body: it is not longer than it is deep; if it is one, give its up direction.</source>
        <translation>Die Oberfläche ist kein stehender oder liegender menschlicher Körper: Sie ist nicht länger als tief; falls sie doch einer ist, die Richtung nach oben angeben.</translation>
    </message>
    <message>
        <source>The surface is not a standing or lying human body: no head was found; if it is one, give its up direction.</source>
        <translation>Die Oberfläche ist kein stehender oder liegender menschlicher Körper: Ein Kopf wurde nicht gefunden; falls sie doch einer ist, die Richtung nach oben angeben.</translation>
    </message>
    <message>
        <source>The surface is not a standing or lying human body: no neck was found between a head and shoulders; if it is one, give its up direction.</source>
        <translation>Die Oberfläche ist kein stehender oder liegender menschlicher Körper: Ein Hals zwischen Kopf und Schultern wurde nicht gefunden; falls sie doch einer ist, die Richtung nach oben angeben.</translation>
    </message>
    <message>
        <source>The surface is not a standing or lying human body: no trunk was found; if it is one, give its up direction.</source>
        <translation>Die Oberfläche ist kein stehender oder liegender menschlicher Körper: Ein Rumpf wurde nicht gefunden; falls sie doch einer ist, die Richtung nach oben angeben.</translation>
    </message>
    <message>
        <source>The surface is not a whole person: where the trunk should be there are two parts, as legs are; scan the whole body.</source>
        <translation>Die Oberfläche ist keine ganze Person: Wo der Rumpf sein sollte, sind zwei Teile, wie es bei Beinen der Fall ist; den ganzen Körper scannen.</translation>
    </message>
    <message>
        <source>The surface is not seen from the front: no pixel shows a body.</source>
        <translation>Die Oberfläche wird nicht von vorn gesehen: Kein Pixel zeigt einen Körper.</translation>
    </message>
    <message>
        <source>The table &quot;{}&quot; cannot be read: it is missing or empty.</source>
        <translation>Die Tabelle „{}“ kann nicht gelesen werden: Sie fehlt oder ist leer.</translation>
    </message>
    <message>
        <source>The table &quot;{}&quot; has no column &quot;{}&quot;.</source>
        <translation>Die Tabelle „{}“ hat keine Spalte „{}“.</translation>
    </message>
    <message>
        <source>The table &quot;{}&quot; holds no scans.</source>
        <translation>Die Tabelle „{}“ enthält keine Scans.</translation>
    </message>
    <message>
        <source>The two data sets are of different picture frames.</source>
        <translation>Die beiden Datensätze haben verschiedene Bildrahmen.</translation>
    </message>
    <message>
        <source>The two data sets name different anomalies; make one of them anew.</source>
        <translation>Die beiden Datensätze nennen verschiedene Anomalien; einen der beiden neu erzeugen.</translation>
    </message>
    <message>
        <source>The values of &quot;{}&quot; are no Hounsfield units: they run from {} to {}, without both air near -1000 and soft tissue near 0. Give a CT, or say which values air and water have (--values AIR,WATER; 24,1024 for what most scanners store).</source>
        <translation>Die Werte von „{}“ sind keine Hounsfield-Einheiten: Sie reichen von {} bis {}, ohne sowohl Luft nahe -1000 als auch Weichgewebe nahe 0. Ein CT angeben oder die Werte von Luft und Wasser nennen (--values AIR,WATER; 24,1024 für das, was die meisten Scanner speichern).</translation>
    </message>
    <message>
        <source>The values of the DICOM file &quot;{}&quot; are no Hounsfield units but &quot;{}&quot;; choose another series, or say which values air and water have (--values AIR,WATER).</source>
        <translation>Die Werte der DICOM-Datei „{}“ sind keine Hounsfield-Einheiten, sondern „{}“; eine andere Serie wählen oder angeben, welche Werte Luft und Wasser haben (--values AIR,WATER).</translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; are damaged: tensor &quot;{}&quot; holds values that are not finite numbers.</source>
        <translation>Die Gewichte „{}“ sind beschädigt: Der Tensor „{}“ enthält Werte, die keine endlichen Zahlen sind.</translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; are for other markers than this program&apos;s, or for another order of them.</source>
        <translation>Die Gewichte „{}“ gelten für andere Marker als die dieses Programms oder für eine andere Reihenfolge der Marker.</translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; are not for this network: tensor &quot;{}&quot; has another shape.</source>
        <translation>Die Gewichte „{}“ gehören nicht zu diesem Netz: Der Tensor „{}“ hat eine andere Form.</translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; are not for this network: tensor &quot;{}&quot; is missing.</source>
        <translation>Die Gewichte „{}“ gehören nicht zu diesem Netz: Der Tensor „{}“ fehlt.</translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; are not for this network: they hold tensors that the network does not have.</source>
        <translation>Die Gewichte „{}“ gehören nicht zu diesem Netz: Sie enthalten Tensoren, die das Netz nicht hat.</translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; do not say for which picture frame they are; train or copy them again.</source>
        <translation>Die Gewichte „{}“ geben nicht an, für welchen Bildrahmen sie gelten; sie neu trainieren oder erneut kopieren.</translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; fold pictures in a way that their frame cannot have; train or copy them again.</source>
        <translation>Die Gewichte „{}“ falten Bilder auf eine Weise, die ihr Bildrahmen nicht haben kann; sie neu trainieren oder erneut kopieren.</translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; name a picture size for markers that their frame cannot have; train or copy them again.</source>
        <translation>Die Gewichte „{}“ nennen eine Bildgröße für Marker, die ihr Bildrahmen nicht haben kann; sie neu trainieren oder erneut kopieren.</translation>
    </message>
    <message>
        <source>The weights in &quot;{}&quot; are for different picture frames; take all three from one training.</source>
        <translation>Die Gewichte in „{}“ gelten für verschiedene Bildrahmen; alle drei aus einem einzigen Training nehmen.</translation>
    </message>
    <message>
        <source>The weights in &quot;{}&quot; do not say whom they learned from, so there is no mean person to compare with; run skiagraph-cli calibrate for them, or give their data set with --data.</source>
        <translation>Die Gewichte in „{}“ geben nicht an, von wem sie gelernt haben, daher gibt es keine mittlere Person zum Vergleich; skiagraph-cli calibrate für sie ausführen oder ihren Datensatz mit --data angeben.</translation>
    </message>
    <message>
        <source>The window&apos;s picture could not be made.</source>
        <translation>Das Bild des Fensters konnte nicht erzeugt werden.</translation>
    </message>
    <message>
        <source>The {} of {} {} is out of range; the body model of this sex goes from {} to {} {}.</source>
        <translation>Das Maß „{}“ von {} {} liegt außerhalb des Bereichs; das Körpermodell dieses Geschlechts reicht von {} bis {} {}.</translation>
    </message>
    <message>
        <source>The {} training processes did not meet at &quot;{}&quot;, port {}; check MASTER_ADDR and MASTER_PORT and that all were started.</source>
        <translation>Die {} Trainingsprozesse trafen sich nicht bei „{}“, Port {}; MASTER_ADDR und MASTER_PORT prüfen und ob alle Prozesse gestartet wurden.</translation>
    </message>
    <message>
        <source>There are no pictures to put together.</source>
        <translation>Es gibt keine Bilder zum Zusammensetzen.</translation>
    </message>
    <message>
        <source>There is already a file &quot;{}&quot;; choose another folder, or delete the networks and the log in this one and start anew (--force).</source>
        <translation>Eine Datei „{}“ ist schon vorhanden; einen anderen Ordner wählen oder die Netze und das Protokoll in diesem löschen und neu beginnen (--force).</translation>
    </message>
    <message>
        <source>There is already a file &quot;{}&quot;; choose another name, or replace it with --force.</source>
        <translation>Eine Datei „{}“ ist schon vorhanden; einen anderen Namen wählen oder sie mit --force ersetzen.</translation>
    </message>
    <message>
        <source>There is no anomaly &quot;{}&quot;; choose from all{}.</source>
        <translation>Eine Anomalie „{}“ gibt es nicht; möglich sind all{}.</translation>
    </message>
    <message>
        <source>There is no body in &quot;{}&quot;: every label is 0.</source>
        <translation>In „{}“ gibt es keinen Körper: Jedes Label ist 0.</translation>
    </message>
    <message>
        <source>There is no built-in person &quot;{}&quot;; --list shows their names.</source>
        <translation>Eine mitgelieferte Person „{}“ gibt es nicht; --list zeigt die Namen.</translation>
    </message>
    <message>
        <source>There is no device &quot;{}&quot;; it may be cpu, cuda or auto.</source>
        <translation>Ein Gerät „{}“ gibt es nicht; möglich sind cpu, cuda oder auto.</translation>
    </message>
    <message>
        <source>There is no file &quot;{}&quot;.</source>
        <translation>Eine Datei „{}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no file or folder &quot;{}&quot;.</source>
        <translation>Eine Datei oder einen Ordner „{}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no interval over no people.</source>
        <translation>Ein Intervall über null Personen gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no marker &quot;{}&quot;.</source>
        <translation>Einen Marker „{}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no quantile of no values.</source>
        <translation>Ein Quantil von null Werten gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no recipe &quot;{}&quot;.</source>
        <translation>Ein Rezept „{}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such network.</source>
        <translation>Ein solches Netz gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no table &quot;{}&quot;; it belongs beside the label volume.</source>
        <translation>Eine Tabelle „{}“ gibt es nicht; sie gehört neben das Labelvolumen.</translation>
    </message>
    <message>
        <source>There is no unit &quot;{}&quot;; use mm, cm, dm, m, inch or a number of millimetres.</source>
        <translation>Eine Einheit „{}“ gibt es nicht; mm, cm, dm, m, inch oder eine Anzahl von Millimetern verwenden.</translation>
    </message>
    <message>
        <source>There is nobody to evaluate on.</source>
        <translation>Es gibt keine Person für die Auswertung.</translation>
    </message>
    <message>
        <source>There is nobody to show on the contact sheet.</source>
        <translation>Es gibt keine Person für den Kontaktbogen.</translation>
    </message>
    <message>
        <source>This build has no Gloo, by which several processes train together; start one alone.</source>
        <translation>Dieser Build enthält kein Gloo, mit dem mehrere Prozesse gemeinsam trainieren; einen einzelnen Prozess starten.</translation>
    </message>
    <message>
        <source>This computer has no CUDA device; the CPU can be used.</source>
        <translation>Dieser Computer hat kein CUDA-Gerät; die CPU kann verwendet werden.</translation>
    </message>
    <message>
        <source>This program was built without oneDNN, so it has no compiled networks.</source>
        <translation>Dieses Programm wurde ohne oneDNN gebaut und hat daher keine kompilierten Netze.</translation>
    </message>
    <message>
        <source>This program was built without oneDNN, so the processor&apos;s peak cannot be measured.</source>
        <translation>Dieses Programm wurde ohne oneDNN gebaut, daher kann die Spitzenleistung des Prozessors nicht gemessen werden.</translation>
    </message>
    <message>
        <source>Training diverged in the stage &quot;{}&quot;: its loss is not finite; lower its learning rate.</source>
        <translation>Das Training ist in der Stufe „{}“ divergiert: Der Verlust ist nicht endlich; die Lernrate senken.</translation>
    </message>
    <message>
        <source>Up and front must be at right angles, but {} and {} are not.</source>
        <translation>Die Richtungen nach oben und nach vorn müssen rechtwinklig zueinander sein, {} und {} sind es aber nicht.</translation>
    </message>
    <message>
        <source>With this unit the body would be {} m tall, which no person is; give another unit or none.</source>
        <translation>Mit dieser Einheit wäre der Körper {} m groß, was bei keinem Menschen vorkommt; eine andere oder keine Einheit angeben.</translation>
    </message>
    <message>
        <source>{} of {} CTs cannot be used; the other people are in &quot;{}&quot;.</source>
        <translation>{} von {} CTs sind nicht verwendbar; die übrigen Personen sind in „{}“.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is open in another window; save under another name.</source>
        <translation>„{}“ ist in einem anderen Fenster geöffnet; unter einem anderen Namen speichern.</translation>
    </message>
    <message>
        <source>A picture of {} x {} is too small for the words that it must bear.</source>
        <translation>Ein Bild von {} × {} ist zu klein für den Text, den es tragen muss.</translation>
    </message>
    <message>
        <source>A session says itself how its scan lies; unit, axes and levels go with a scan alone.</source>
        <translation>Eine Sitzung gibt selbst an, wie der Scan liegt; Einheit, Achsen und Höhen gelten nur für einen Scan.</translation>
    </message>
    <message>
        <source>Another program has changed &quot;{}&quot; since it was opened.</source>
        <translation>Ein anderes Programm hat „{}“ seit dem Öffnen geändert.</translation>
    </message>
    <message>
        <source>Reading the scan was stopped; open it again.</source>
        <translation>Das Lesen des Scans wurde abgebrochen; den Scan erneut öffnen.</translation>
    </message>
    <message>
        <source>The X-ray &quot;{}&quot; cannot be made a DICOM file.</source>
        <translation>Aus dem Röntgenbild „{}“ lässt sich keine DICOM-Datei erzeugen.</translation>
    </message>
    <message>
        <source>The words that a synthetic picture must bear cannot be drawn, because this computer has no font; install one, for example fonts-dejavu-core.</source>
        <translation>Der Text, den ein synthetisches Bild tragen muss, kann nicht gezeichnet werden, weil auf diesem Computer keine Schriftart vorhanden ist; eine installieren, zum Beispiel fonts-dejavu-core.</translation>
    </message>
    <message>
        <source>There is no export &quot;{}&quot;; choose {}.</source>
        <translation>Den Export „{}“ gibt es nicht; zur Wahl stehen {}.</translation>
    </message>
    <message>
        <source>The archive &quot;{}&quot; holds more than a CT of its size can; unpack it first.</source>
        <translation>Das Archiv „{}“ enthält mehr, als ein CT seiner Größe kann; zuerst entpacken.</translation>
    </message>
    <message>
        <source>The person holds the arms out before the body, which hides it: markers can only be found with the arms beside or above it; scan again, or give the axes and both levels.</source>
        <translation>Die Person hält die Arme vor den Körper und verdeckt ihn: Marker lassen sich nur finden, wenn die Arme daneben oder darüber sind; neu scannen oder Achsen und beide Höhen angeben.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a CT, which says itself how it lies and how large it is; of these options only the levels go with it.</source>
        <translation>&quot;{}&quot; ist eine CT und sagt selbst, wie sie liegt und wie groß sie ist; von diesen Optionen passen nur die Höhen dazu.</translation>
    </message>
    <message>
        <source>A point of &quot;{}&quot; lies outside of its X-ray of {} x {} pixels.</source>
        <translation>Ein Punkt von &quot;{}&quot; liegt außerhalb des Röntgenbilds von {} x {} Pixeln.</translation>
    </message>
    <message>
        <source>Line {} of &quot;{}&quot; holds &quot;{}&quot; where a pixel&apos;s number belongs.</source>
        <translation>In Zeile {} von &quot;{}&quot; steht &quot;{}&quot;, wo die Zahl eines Pixels hingehört.</translation>
    </message>
    <message>
        <source>Line {} of &quot;{}&quot; names no scan.</source>
        <translation>Zeile {} von &quot;{}&quot; nennt keinen Scan.</translation>
    </message>
    <message>
        <source>The data set has only {} people in a split whose landmarks are all known; {} are needed.</source>
        <translation>Der Datensatz hat in einem Teil nur {} Personen, deren Landmarken alle bekannt sind; {} werden gebraucht.</translation>
    </message>
    <message>
        <source>The table &quot;{}&quot; has no columns NAME_x and NAME_y of an annotated point.</source>
        <translation>Der Tabelle &quot;{}&quot; fehlen die Spalten NAME_x und NAME_y eines markierten Punktes.</translation>
    </message>
    <message>
        <source>These models do not tell how markers vary among people (people.safetensors); calibrate them, or let markers move within a box (--box).</source>
        <translation>Diese Modelle sagen nicht, wie sich Marker von Mensch zu Mensch unterscheiden (people.safetensors); kalibrieren Sie sie, oder lassen Sie die Marker sich innerhalb eines Kastens bewegen (--box).</translation>
    </message>
    <message>
        <source>Two lines of &quot;{}&quot; would write pictures called &quot;{}&quot;; give them a column &quot;name&quot;.</source>
        <translation>Zwei Zeilen von &quot;{}&quot; würden Bilder namens &quot;{}&quot; schreiben; fügen Sie eine Spalte &quot;name&quot; hinzu.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds a film of several pictures; export one of them.</source>
        <translation>„{}“ enthält einen Film aus mehreren Bildern; eines davon exportieren.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a picture in colours, not an X-ray.</source>
        <translation>„{}“ ist ein farbiges Bild, kein Röntgenbild.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a slice of a CT, not an X-ray picture; give the folder of its series.</source>
        <translation>„{}“ ist eine Schicht eines CT, kein Röntgenbild; den Ordner der Serie angeben.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no X-ray picture but of the modality {}.</source>
        <translation>„{}“ ist kein Röntgenbild, sondern von der Modalität {}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no X-ray picture that can be read: give a PNG, a DICOM file or a CT.</source>
        <translation>„{}“ ist kein lesbares Röntgenbild: ein PNG, eine DICOM-Datei oder ein CT angeben.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not seen from the front or the back (it says {}); such views are not completed.</source>
        <translation>„{}“ ist nicht von vorn oder hinten gesehen (angegeben ist {}); solche Ansichten werden nicht ergänzt.</translation>
    </message>
    <message>
        <source>Name the region with --region: {}.</source>
        <translation>Die Region mit --region nennen: {}.</translation>
    </message>
    <message>
        <source>No scan range is planned; choose a region first.</source>
        <translation>Es ist kein Scanbereich geplant; zuerst eine Region wählen.</translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; holds no picture.</source>
        <translation>Die DICOM-Datei „{}“ enthält kein Bild.</translation>
    </message>
    <message>
        <source>The X-ray and the networks are of different frames.</source>
        <translation>Röntgenbild und Netze haben verschiedene Bildrahmen.</translation>
    </message>
    <message>
        <source>The X-ray picture &quot;{}&quot; is of one brightness throughout.</source>
        <translation>Das Röntgenbild „{}“ ist überall gleich hell.</translation>
    </message>
    <message>
        <source>The X-ray picture does not overlap the body&apos;s X-ray; move it onto the body.</source>
        <translation>Das Röntgenbild liegt neben dem des Körpers; auf den Körper schieben.</translation>
    </message>
    <message>
        <source>The X-ray picture does not say how large its pixels are; give their size in mm.</source>
        <translation>Das Röntgenbild sagt nicht, wie groß seine Bildpunkte sind; ihre Größe in mm angeben.</translation>
    </message>
    <message>
        <source>The X-ray picture fits nowhere on the body&apos;s X-ray: it shows no human, another view than the front, or a part that lies outside, or the size of its pixels is wrong.</source>
        <translation>Das Röntgenbild passt nirgends auf das des Körpers: Es zeigt keinen Menschen, eine andere Ansicht als von vorn oder einen Teil, der außerhalb liegt, oder die Größe seiner Bildpunkte ist falsch.</translation>
    </message>
    <message>
        <source>The X-ray picture has no pixels.</source>
        <translation>Das Röntgenbild hat keine Bildpunkte.</translation>
    </message>
    <message>
        <source>The X-ray picture is upside down: its lower end is the head&apos;s. Turn it round.</source>
        <translation>Das Röntgenbild steht auf dem Kopf: Sein unteres Ende ist das kopfseitige. Umdrehen.</translation>
    </message>
    <message>
        <source>The data set has no anomalies; make one with population --anomalies all.</source>
        <translation>Der Datensatz hat keine Auffälligkeiten; einen mit population --anomalies all erzeugen.</translation>
    </message>
    <message>
        <source>The data set has no healthy people to compare with.</source>
        <translation>Der Datensatz hat keine gesunden Personen zum Vergleich.</translation>
    </message>
    <message>
        <source>The data set has no healthy people whose whole X-ray is known to measure the spread on.</source>
        <translation>Der Datensatz hat keine gesunden Personen mit ganz bekanntem Röntgenbild, an denen die Streuung gemessen werden kann.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; does not tell how far healthy people are off with these networks; run calibrate first.</source>
        <translation>Der Ordner „{}“ sagt nicht, wie weit gesunde Personen bei diesen Netzen abweichen; zuerst „calibrate“ ausführen.</translation>
    </message>
    <message>
        <source>The margin &quot;{}&quot; is not a number of mm from 0 to {}.</source>
        <translation>Der Sicherheitsrand „{}“ ist keine Zahl von 0 bis {} mm.</translation>
    </message>
    <message>
        <source>The place &quot;{}&quot; is neither auto nor of the form LEFT,HEAD in mm, for example 0,1200.</source>
        <translation>Der Ort „{}“ ist weder auto noch von der Form LINKS,KOPF in mm, zum Beispiel 0,1200.</translation>
    </message>
    <message>
        <source>There are no people to measure the spread on.</source>
        <translation>Es gibt keine Personen, an denen die Streuung gemessen werden kann.</translation>
    </message>
    <message>
        <source>There is no region &quot;{}&quot;; choose {}.</source>
        <translation>Es gibt keine Region „{}“; zur Wahl stehen {}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged: a bone moves vertices that are not there.</source>
        <translation>„{}“ ist beschädigt: Ein Knochen bewegt Punkte, die es nicht gibt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; shows nothing: all its voxels have the value of what lies outside the scanner&apos;s field. Give a CT.</source>
        <translation>„{}“ zeigt nichts: Alle Voxel haben den Wert dessen, was außerhalb des Messfelds liegt. Ein CT angeben.</translation>
    </message>
    <message>
        <source>The person holds a leg out, with the thigh level: markers can only be found in one who stands, walks or lies straight; scan again, or give the axes and both levels.</source>
        <translation>Die Person hält ein Bein waagrecht: Marker lassen sich nur finden, wenn sie gerade steht, geht oder liegt; neu scannen oder Achsen und beide Höhen angeben.</translation>
    </message>
    <message>
        <source>The surface in &quot;{}&quot; lies so far from the origin of its coordinates that FBX is not read exactly enough; move it to the origin, or export it as PLY or OBJ.</source>
        <translation>Die Oberfläche in „{}“ liegt so weit vom Ursprung ihrer Koordinaten entfernt, dass FBX nicht genau genug gelesen wird; zum Ursprung verschieben oder als PLY oder OBJ exportieren.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds pictures already; choose another --out, or replace them with --force.</source>
        <translation>Der Ordner &quot;{}&quot; enthält schon Bilder; wählen Sie ein anderes --out, oder ersetzen Sie sie mit --force.</translation>
    </message>
    <message>
        <source>The X-ray &quot;{}&quot; has changed since this session was saved; open it anew.</source>
        <translation>Das Röntgenbild „{}“ wurde geändert, seit diese Sitzung gespeichert wurde; es erneut öffnen.</translation>
    </message>
    <message>
        <source>There is no real X-ray to complete; name its file with --xray FILE.</source>
        <translation>Es gibt kein echtes Röntgenbild zu ergänzen; seine Datei mit --xray DATEI nennen.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be used: {}.</source>
        <translation>„{}“ ist nicht benutzbar: {}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be written: {}.</source>
        <translation>„{}“ kann nicht geschrieben werden: {}.</translation>
    </message>
    <message>
        <source>--prolong is for a run that goes on; give --resume as well.</source>
        <translation>--prolong ist für einen Lauf, der weitergeht; auch --resume angeben.</translation>
    </message>
    <message>
        <source>Another process trains in the folder &quot;{}&quot; already (process {} on {}); stop it first, or choose another folder.</source>
        <translation>Im Ordner „{}“ trainiert schon ein anderer Prozess (Prozess {} auf {}); erst ihn stoppen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Name the data set with --data; a run that goes on (--resume) knows it.</source>
        <translation>Den Datensatz mit --data nennen; ein Lauf, der weitergeht (--resume), kennt ihn.</translation>
    </message>
    <message>
        <source>Name the recipe; a run that goes on (--resume) has its own.</source>
        <translation>Das Rezept nennen; ein Lauf, der weitergeht (--resume), hat sein eigenes.</translation>
    </message>
    <message>
        <source>The checkpoint &quot;{}&quot; belongs to pictures of another frame than the data set&apos;s; take the data set that the run began with, or start anew.</source>
        <translation>Der Sicherungspunkt „{}“ gehört zu Bildern anderer Lage als die des Datensatzes; den Datensatz nehmen, mit dem der Lauf begann, oder neu beginnen.</translation>
    </message>
    <message>
        <source>The device &quot;{}&quot; failed in the middle of the run; the run is kept up to its last checkpoint: go on with it, also on another device.</source>
        <translation>Das Gerät „{}“ fiel mitten im Lauf aus; der Lauf ist bis zu seinem letzten Sicherungspunkt erhalten: mit ihm weitermachen, auch auf einem anderen Gerät.</translation>
    </message>
    <message>
        <source>The disk of &quot;{}&quot; is full; make room, and then resume the run.</source>
        <translation>Die Platte von „{}“ ist voll; Platz schaffen und dann den Lauf fortsetzen.</translation>
    </message>
    <message>
        <source>The file &quot;{}&quot; is damaged: it does not say how a training run stands.</source>
        <translation>Die Datei „{}“ ist beschädigt: sie sagt nicht, wie ein Trainingslauf steht.</translation>
    </message>
    <message>
        <source>The file &quot;{}&quot; is not a data set of Skiagraph; choose another one.</source>
        <translation>Die Datei „{}“ ist kein Datensatz von Skiagraph; eine andere wählen.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; is no model: it has no file &quot;{}&quot;; choose a folder with the three networks.</source>
        <translation>Der Ordner „{}“ ist kein Modell: die Datei „{}“ fehlt; einen Ordner mit den drei Netzen wählen.</translation>
    </message>
    <message>
        <source>The program &quot;{}&quot; cannot be started; install Skiagraph anew, or name it with the environment variable SKIAGRAPH_CLI.</source>
        <translation>Das Programm „{}“ lässt sich nicht starten; Skiagraph neu installieren oder es mit der Umgebungsvariablen SKIAGRAPH_CLI nennen.</translation>
    </message>
    <message>
        <source>The program that did the work ended without a word; try once more.</source>
        <translation>Das Programm, das die Arbeit tat, endete ohne ein Wort; noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The training run in &quot;{}&quot; is of a newer version of this program; update it to open the run.</source>
        <translation>Der Trainingslauf in „{}“ ist von einer neueren Version dieses Programms; es aktualisieren, um den Lauf zu öffnen.</translation>
    </message>
    <message>
        <source>There is no training run in &quot;{}&quot;.</source>
        <translation>In „{}“ ist kein Trainingslauf.</translation>
    </message>
    <message>
        <source>This needs LibTorch, which cannot be loaded ({}); install it, on Debian the package {}.</source>
        <translation>Das braucht LibTorch, das sich nicht laden lässt ({}); bitte installieren, unter Debian das Paket {}.</translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;sees&quot; must be &quot;surface&quot; or &quot;markers&quot;.</source>
        <translation>Im Rezept „{}“ muss „sees“ entweder „surface“ oder „markers“ sein.</translation>
    </message>
    <message>
        <source>Along the up direction that was given no person from head to legs was found; of a part of a body give the front and the levels of neck and pubic symphysis as well.</source>
        <translation>Entlang der angegebenen Richtung nach oben wurde keine Person von Kopf bis Beinen gefunden; bei einem Teil eines Körpers auch die Vorderseite und die Höhen von Hals und Symphyse angeben.</translation>
    </message>
    <message>
        <source>No person was found in the surface, of which much is missing: its open edges are {} times as long as itself. Scan all sides of the person, or close the surface first, for example with MeshLab (Screened Poisson).</source>
        <translation>In der Oberfläche, von der viel fehlt, wurde keine Person gefunden: Ihre offenen Kanten sind {}-mal so lang wie sie selbst. Die Person von allen Seiten scannen oder die Oberfläche zuerst schließen, zum Beispiel mit MeshLab (Screened Poisson).</translation>
    </message>
    <message>
        <source>The body&apos;s head is too large for its trunk in every unit: hair or a hat may hide its size. Give the unit.</source>
        <translation>Der Kopf ist in jeder Einheit zu groß für den Rumpf: Haare oder ein Hut können seine Größe verdecken. Die Einheit angeben.</translation>
    </message>
    <message>
        <source>The coordinates of the surface come in steps of {} % of its length, which is too coarse; most often it lies too far from its origin for single numbers. Move it to the origin in the program that made it, or save it with double numbers.</source>
        <translation>Die Koordinaten der Oberfläche haben Schritte von {} % ihrer Länge, was zu grob ist; meist liegt sie für Zahlen einfacher Genauigkeit zu weit vom Ursprung. Im Programm, das sie erzeugt hat, zum Ursprung verschieben oder mit doppelter Genauigkeit speichern.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not say where its voxels lie; give the directions of its axes (--axes).</source>
        <translation>„{}“ sagt nicht, wo die Voxel liegen; die Richtungen der Achsen angeben (--axes).</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds no DICOM images of CT; give the folder or the archive of a series.</source>
        <translation>„{}“ enthält keine DICOM-Bilder einer CT; den Ordner oder das Archiv einer Serie angeben.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds values within its field that are not numbers; save it again, with air there.</source>
        <translation>„{}“ enthält innerhalb des Messfelds Werte, die keine Zahlen sind; neu speichern, mit Luft an diesen Stellen.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged; copy or save it again.</source>
        <translation>„{}“ ist beschädigt; neu kopieren oder speichern.</translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; does not say that it is CT (Modality is missing).</source>
        <translation>Die DICOM-Datei „{}“ sagt nicht, dass sie eine CT ist (Modality fehlt).</translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; is damaged; copy it again.</source>
        <translation>Die DICOM-Datei „{}“ ist beschädigt; neu kopieren.</translation>
    </message>
    <message>
        <source>The memory of this computer is not enough for the volume &quot;{}&quot;; resample it to larger voxels.</source>
        <translation>Der Speicher dieses Rechners reicht für das Volumen „{}“ nicht aus; auf größere Voxel umrechnen.</translation>
    </message>
    <message>
        <source>The place of the voxels of &quot;{}&quot; is no number; save it again.</source>
        <translation>Der Ort der Voxel von „{}“ ist keine Zahl; neu speichern.</translation>
    </message>
    <message>
        <source>The series in &quot;{}&quot; holds slices of different orientations; give those of one direction.</source>
        <translation>Die Serie in „{}“ enthält Schichten verschiedener Richtungen; die Schichten einer Richtung angeben.</translation>
    </message>
    <message>
        <source>The series in &quot;{}&quot; holds slices of different sizes; give the slices of one reconstruction.</source>
        <translation>Die Serie in „{}“ enthält Schichten verschiedener Größen; die Schichten einer Rekonstruktion angeben.</translation>
    </message>
    <message>
        <source>The series in &quot;{}&quot; lacks more than 20 slices in one place; copy the missing ones.</source>
        <translation>In der Serie in „{}“ fehlen an einer Stelle mehr als 20 Schichten; die fehlenden kopieren.</translation>
    </message>
    <message>
        <source>The file &quot;{}&quot; does not hold weights for finer X-rays.</source>
        <translation>Die Datei „{}“ enthält keine Gewichte für feinere Röntgenbilder.</translation>
    </message>
    <message>
        <source>The finer data set holds other people than the other one; make that one from it with population --halve.</source>
        <translation>Der feinere Datensatz enthält andere Personen als der andere; diesen mit population --halve aus ihm erzeugen.</translation>
    </message>
    <message>
        <source>The pictures of the finer data set must be twice as large as those of the other one.</source>
        <translation>Die Bilder des feineren Datensatzes müssen doppelt so groß sein wie die des anderen.</translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; are for another picture frame than the networks beside them; train them for these.</source>
        <translation>Die Gewichte „{}“ gehören zu einem anderen Bildrahmen als die Netze daneben; sie für diese trainieren.</translation>
    </message>
    <message>
        <source>The data set&apos;s pictures must be twice as large as those of the networks; make one of fine pictures (population --fine).</source>
        <translation>Die Bilder des Datensatzes müssen doppelt so groß sein wie die der Netze; einen mit feinen Bildern erzeugen (population --fine).</translation>
    </message>
    <message>
        <source>&quot;{}&quot; and &quot;{}&quot; hold points of different names; give the same points the same names in all sessions.</source>
        <translation>„{}“ und „{}“ enthalten Punkte mit verschiedenen Namen; dieselben Punkte in allen Sitzungen gleich nennen.</translation>
    </message>
    <message>
        <source>Give one table, or sessions (.skiagraph) in which points are marked; &quot;{}&quot; and &quot;{}&quot; are not both of one kind.</source>
        <translation>Eine Tabelle angeben oder Sitzungen (.skiagraph), in denen Punkte markiert sind; „{}“ und „{}“ sind nicht von einer Art.</translation>
    </message>
    <message>
        <source>In &quot;{}&quot; no point is marked; mark one in the window, in the tab Training data.</source>
        <translation>In „{}“ ist kein Punkt markiert; einen im Fenster markieren, in der Registerkarte Trainingsdaten.</translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; is not empty; choose an empty one.</source>
        <translation>Der Ordner „{}“ ist nicht leer; einen leeren wählen.</translation>
    </message>
    <message>
        <source>The point &quot;{}&quot; of &quot;{}&quot; cannot be followed to where the markers are now; mark it again.</source>
        <translation>Dem Punkt „{}“ in „{}“ kann nicht dorthin gefolgt werden, wo die Marker jetzt sind; ihn neu markieren.</translation>
    </message>
    <message>
        <source>Two sessions would write pictures called &quot;{}&quot;; rename one of the files.</source>
        <translation>Zwei Sitzungen würden Bilder namens „{}“ schreiben; eine der Dateien umbenennen.</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>3D Slicer markups</source>
        <translation>3D-Slicer-Markups</translation>
    </message>
    <message>
        <source>Body surface</source>
        <translation>Körperoberfläche</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>DICOM</source>
        <translation>DICOM</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Markers as JSON</source>
        <translation>Marker als JSON</translation>
    </message>
    <message>
        <source>Markers as table</source>
        <translation>Marker als Tabelle</translation>
    </message>
    <message>
        <source>Markers for 3D Slicer</source>
        <translation>Marker für 3D Slicer</translation>
    </message>
    <message>
        <source>PLY</source>
        <translation>PLY</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Surface image</source>
        <translation>Oberflächenbild</translation>
    </message>
    <message>
        <source>The X-ray as DICOM secondary capture, for viewers of medical images</source>
        <translation>Das Röntgenbild als DICOM Secondary Capture, für Betrachter medizinischer Bilder</translation>
    </message>
    <message>
        <source>The X-ray as it is shown, for slides and texts: 8-bit PNG</source>
        <translation>Das Röntgenbild, wie es gezeigt wird, für Folien und Texte: PNG mit 8 Bit</translation>
    </message>
    <message>
        <source>The markers as a point list of 3D Slicer, in the axes of the scan&apos;s file and mm</source>
        <translation>Die Marker als Punktliste für 3D Slicer, in den Achsen der Scandatei und mm</translation>
    </message>
    <message>
        <source>The markers in mm as a table for spreadsheets: CSV</source>
        <translation>Die Marker in mm als Tabelle für Tabellenprogramme: CSV</translation>
    </message>
    <message>
        <source>The markers with all that is known of the prediction, for programs</source>
        <translation>Die Marker mit allem, was über die Vorhersage bekannt ist, für Programme</translation>
    </message>
    <message>
        <source>The surface of the body as PLY, in the patient&apos;s axes (LPS) and mm</source>
        <translation>Die Oberfläche des Körpers als PLY, in den Achsen des Patienten (LPS) und mm</translation>
    </message>
    <message>
        <source>The values of the X-ray, for computing with them: 16-bit PNG</source>
        <translation>Die Werte des Röntgenbilds, zum Rechnen: PNG mit 16 Bit</translation>
    </message>
    <message>
        <source>What the networks see of the body, depth and thickness: 16-bit PNG</source>
        <translation>Was die Netze vom Körper sehen, Tiefe und Dicke: PNG mit 16 Bit</translation>
    </message>
    <message>
        <source>X-ray as DICOM</source>
        <translation>Röntgenbild als DICOM</translation>
    </message>
    <message>
        <source>X-ray as picture</source>
        <translation>Röntgenbild als Bild</translation>
    </message>
    <message>
        <source>X-ray values</source>
        <translation>Werte des Röntgenbilds</translation>
    </message>
    <message>
        <source>Scan range as JSON</source>
        <translation>Scanbereich als JSON</translation>
    </message>
    <message>
        <source>Start, end and length of the planned scan range in mm, for programs</source>
        <translation>Anfang, Ende und Länge des geplanten Scanbereichs in mm, für Programme</translation>
    </message>
</context>
<context>
    <name>HelpPages</name>
    <message>
        <source>The window</source>
        <translation>Das Fenster</translation>
    </message>
    <message>
        <source>How good it is</source>
        <translation>Wie gut die Ergebnisse sind</translation>
    </message>
    <message>
        <source>Whom the networks learnt from</source>
        <translation>Von wem die Netze gelernt haben</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>What exports hold</source>
        <translation>Was Exporte enthalten</translation>
    </message>
    <message>
        <source>Planning a scan range</source>
        <translation>Einen Scanbereich planen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>For technicians</source>
        <translation>Für die Technik</translation>
    </message>
    <message>
        <source>For clinicians</source>
        <translation>Für Ärztinnen und Ärzte</translation>
    </message>
    <message>
        <source>For data scientists</source>
        <translation>Für Data Science</translation>
    </message>
    <message>
        <source>Completing a partial X-ray</source>
        <translation>Ein Teilröntgenbild ergänzen</translation>
    </message>
    <message>
        <source>File formats</source>
        <translation>Dateiformate</translation>
    </message>
    <message>
        <source>The stand at a conference</source>
        <translation>Der Stand auf einer Konferenz</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>What the figures mean</source>
        <translation>Was die Zahlen bedeuten</translation>
    </message>
    <message>
        <source>Training with your own CT</source>
        <translation>Training mit eigenen CT</translation>
    </message>
    <message>
        <source>What it cannot do</source>
        <translation>Was es nicht kann</translation>
    </message>
    <message>
        <source>How good the applications are</source>
        <translation>Wie gut die Anwendungen sind</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
</context>
<context>
    <name>HelpTopics</name>
    <message>
        <source>The body</source>
        <translation>Der Körper</translation>
    </message>
    <message>
        <source>The X-ray</source>
        <translation>Das Röntgenbild</translation>
    </message>
    <message>
        <source>The list of markers</source>
        <translation>Die Liste der Marker</translation>
    </message>
    <message>
        <source>A body made to measure</source>
        <translation>Ein Körper nach Maß</translation>
    </message>
    <message>
        <source>Undo and history</source>
        <translation>Rückgängig und Verlauf</translation>
    </message>
    <message>
        <source>What cannot be trusted</source>
        <translation>Was nicht vertrauenswürdig ist</translation>
    </message>
    <message>
        <source>Opening scans and CT</source>
        <translation>Scans und CT öffnen</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was abweicht</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>The levels do not tell the unit of the scan; choose it.</source>
        <translation>Aus den Höhen ergibt sich die Einheit des Scans nicht; die Einheit wählen.</translation>
    </message>
    <message>
        <source>In no unit would the body be as large as a person; choose the unit.</source>
        <translation>In keiner Einheit wäre der Körper so groß wie eine Person; die Einheit wählen.</translation>
    </message>
    <message>
        <source>The file does not say in which directions its axes run, so left, front and head are not known; give them.</source>
        <translation>Die Datei gibt nicht an, in welche Richtungen die Achsen laufen, daher sind links, vorn und Kopf unbekannt; die Richtungen angeben.</translation>
    </message>
    <message>
        <source>The file does not say where its voxels lie; give the directions of its axes.</source>
        <translation>Die Datei gibt nicht an, wo die Voxel liegen; die Richtungen der Achsen angeben.</translation>
    </message>
    <message>
        <source>The slices do not say where they lie. When they follow one another by their numbers, give directions and voxel size.</source>
        <translation>Die Schichten geben nicht an, wo sie liegen. Wenn sie der Nummer nach aufeinanderfolgen, Richtungen und Voxelgröße angeben.</translation>
    </message>
    <message>
        <source>The CT is upside down: the windpipe lies below the lungs. Give the right directions of its axes.</source>
        <translation>Das CT steht auf dem Kopf: Die Luftröhre liegt unter der Lunge. Die richtigen Richtungen der Achsen angeben.</translation>
    </message>
    <message>
        <source>The CT has front and back exchanged: the spine lies in front of the windpipe. Give the right directions of its axes.</source>
        <translation>Im CT sind vorn und hinten vertauscht: Die Wirbelsäule liegt vor der Luftröhre. Die richtigen Richtungen der Achsen angeben.</translation>
    </message>
    <message>
        <source>The file does not say how large its voxels are; give their size.</source>
        <translation>Die Datei gibt nicht an, wie groß die Voxel sind; ihre Größe angeben.</translation>
    </message>
    <message>
        <source>The file&apos;s voxels have a size that no scanner makes; give the right one.</source>
        <translation>Die Voxel der Datei haben eine Größe, wie sie kein Scanner erzeugt; die richtige angeben.</translation>
    </message>
    <message>
        <source>Nobody is as large as the body in this CT; give the right voxel size.</source>
        <translation>Kein Mensch ist so groß wie der Körper in diesem CT; die richtige Voxelgröße angeben.</translation>
    </message>
    <message>
        <source>This voxel size does not fit: give three lengths in mm, as the file&apos;s slices lie, such as 0.8,0.8,2.5.</source>
        <translation>Diese Voxelgröße passt nicht: Drei Längen in mm angeben, in der Lage der Schichten in der Datei, etwa 0.8,0.8,2.5.</translation>
    </message>
    <message>
        <source>The file&apos;s values are no Hounsfield units; say which values air and water have.</source>
        <translation>Die Werte der Datei sind keine Hounsfield-Einheiten; angeben, welche Werte Luft und Wasser haben.</translation>
    </message>
    <message>
        <source>The file holds small whole numbers, as labels do; if it is a CT, say which values air and water have.</source>
        <translation>Die Datei enthält kleine ganze Zahlen wie bei Labels; falls sie ein CT ist, angeben, welche Werte Luft und Wasser haben.</translation>
    </message>
    <message>
        <source>The files do not say what their values mean; say which values air and water have. Most scanners store 24 and 1024.</source>
        <translation>Die Dateien geben nicht an, was die Werte bedeuten; angeben, welche Werte Luft und Wasser haben. Die meisten Scanner speichern 24 und 1024.</translation>
    </message>
    <message>
        <source>The files&apos; values are no Hounsfield units; say which values air and water have, or choose another series.</source>
        <translation>Die Werte der Dateien sind keine Hounsfield-Einheiten; angeben, welche Werte Luft und Wasser haben, oder eine andere Serie wählen.</translation>
    </message>
    <message>
        <source>Here are several CT series; choose one.</source>
        <translation>Hier liegen mehrere CT-Serien; eine davon wählen.</translation>
    </message>
    <message>
        <source>There is no such series; choose one from the list.</source>
        <translation>Diese Serie gibt es nicht; eine aus der Liste wählen.</translation>
    </message>
    <message>
        <source>The CT does not show the whole body, so the levels of neck and pubic symphysis are not known. Move both lines to where they are, or would be; tick one that is right.</source>
        <translation>Das CT zeigt nicht den ganzen Körper, daher sind die Höhen von Hals und Symphyse unbekannt. Beide Linien dorthin verschieben, wo sie liegen oder lägen; eine, die schon richtig liegt, mit einem Häkchen bestätigen.</translation>
    </message>
    <message>
        <source>The neck must lie above the pubic symphysis; move the lines.</source>
        <translation>Der Hals muss über der Symphyse liegen; die Linien verschieben.</translation>
    </message>
    <message>
        <source>Neck and pubic symphysis lie further apart than in any person; move the lines.</source>
        <translation>Hals und Symphyse liegen weiter auseinander als bei jedem Menschen; die Linien verschieben.</translation>
    </message>
    <message>
        <source>Neck and pubic symphysis lie too close to each other; move the lines.</source>
        <translation>Hals und Symphyse liegen zu nah beieinander; die Linien verschieben.</translation>
    </message>
</context>
<context>
    <name>LevelHandles</name>
    <message>
        <source>%1 %2 mm</source>
        <translation>%1 %2 mm</translation>
    </message>
    <message>
        <source>%1 mm down</source>
        <translation>%1 mm nach unten</translation>
    </message>
    <message>
        <source>%1 mm up</source>
        <translation>%1 mm nach oben</translation>
    </message>
    <message>
        <source>Move the neck level %1</source>
        <translation>Höhe des Halses %1 verschieben</translation>
    </message>
    <message>
        <source>Move the symphysis level %1</source>
        <translation>Höhe der Symphyse %1 verschieben</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>At rest; iterations: %1</source>
        <translation>Stabil; Iterationen: %1</translation>
    </message>
    <message>
        <source>Body: %1</source>
        <translation>Körper: %1</translation>
    </message>
    <message>
        <source>Networks: %1, model %2</source>
        <translation>Netze: %1, Modell %2</translation>
    </message>
    <message>
        <source>Not at rest; iterations: %1</source>
        <translation>Nicht stabil; Iterationen: %1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
</context>
<context>
    <name>MarkerTool</name>
    <message>
        <source>Move %1</source>
        <translation>„%1“ verschieben</translation>
    </message>
    <message>
        <source>Move %1 %2 mm down</source>
        <translation>„%1“ %2 mm nach unten verschieben</translation>
    </message>
    <message>
        <source>Move %1 %2 mm to the patient&apos;s left</source>
        <translation>„%1“ %2 mm zur linken Seite des Patienten verschieben</translation>
    </message>
    <message>
        <source>Move %1 %2 mm to the patient&apos;s right</source>
        <translation>„%1“ %2 mm zur rechten Seite des Patienten verschieben</translation>
    </message>
    <message>
        <source>Move %1 %2 mm up</source>
        <translation>„%1“ %2 mm nach oben verschieben</translation>
    </message>
</context>
<context>
    <name>Markers</name>
    <message>
        <source>Carina</source>
        <translation>Carina</translation>
    </message>
    <message>
        <source>Femoral head, left</source>
        <translation>Hüftkopf links</translation>
    </message>
    <message>
        <source>Femoral head, right</source>
        <translation>Hüftkopf rechts</translation>
    </message>
    <message>
        <source>Iliac crest, left</source>
        <translation>Beckenkamm links</translation>
    </message>
    <message>
        <source>Iliac crest, right</source>
        <translation>Beckenkamm rechts</translation>
    </message>
    <message>
        <source>Kidney centre, left</source>
        <translation>Nierenmitte links</translation>
    </message>
    <message>
        <source>Kidney centre, right</source>
        <translation>Nierenmitte rechts</translation>
    </message>
    <message>
        <source>Liver bottom</source>
        <translation>Leberunterrand</translation>
    </message>
    <message>
        <source>Liver top</source>
        <translation>Leberoberrand</translation>
    </message>
    <message>
        <source>Lung bottom, left</source>
        <translation>Lungenunterrand links</translation>
    </message>
    <message>
        <source>Lung top, left</source>
        <translation>Lungenspitze links</translation>
    </message>
    <message>
        <source>Lung top, right</source>
        <translation>Lungenspitze rechts</translation>
    </message>
    <message>
        <source>Neck (C7/T1)</source>
        <translation>Hals (C7/Th1)</translation>
    </message>
    <message>
        <source>Pubic symphysis</source>
        <translation>Symphyse</translation>
    </message>
    <message>
        <source>Shoulder, left</source>
        <translation>Schulter links</translation>
    </message>
    <message>
        <source>Shoulder, right</source>
        <translation>Schulter rechts</translation>
    </message>
    <message>
        <source>Sternal notch</source>
        <translation>Drosselgrube</translation>
    </message>
    <message>
        <source>Sternum tip</source>
        <translation>Brustbeinspitze</translation>
    </message>
    <message>
        <source>Kidneys</source>
        <translation>Nieren</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>Lungs</source>
        <translation>Lungen</translation>
    </message>
    <message>
        <source>Neck and chest bones</source>
        <translation>Knochen von Hals und Brustkorb</translation>
    </message>
    <message>
        <source>Pelvis and hips</source>
        <translation>Becken und Hüften</translation>
    </message>
</context>
<context>
    <name>MeasureTool</name>
    <message>
        <source>Measure a distance</source>
        <translation>Abstand messen</translation>
    </message>
    <message>
        <source>Remove the measurement</source>
        <translation>Messung entfernen</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Stature, mm</source>
        <translation>Körperhöhe, mm</translation>
    </message>
    <message>
        <source>Mass, kg</source>
        <translation>Masse, kg</translation>
    </message>
    <message>
        <source>Sitting height, mm</source>
        <translation>Sitzhöhe, mm</translation>
    </message>
    <message>
        <source>Girth of the chest, mm</source>
        <translation>Brustumfang, mm</translation>
    </message>
    <message>
        <source>Girth of the waist, mm</source>
        <translation>Taillenumfang, mm</translation>
    </message>
    <message>
        <source>Girth of the hips, mm</source>
        <translation>Hüftumfang, mm</translation>
    </message>
    <message>
        <source>Depth of the chest, mm</source>
        <translation>Brusttiefe, mm</translation>
    </message>
    <message>
        <source>Breadth of the hips, mm</source>
        <translation>Hüftbreite, mm</translation>
    </message>
    <message>
        <source>Height of the right lung, mm</source>
        <translation>Höhe der rechten Lunge, mm</translation>
    </message>
    <message>
        <source>Height of the left lung, mm</source>
        <translation>Höhe der linken Lunge, mm</translation>
    </message>
    <message>
        <source>Length of the right kidney, mm</source>
        <translation>Länge der rechten Niere, mm</translation>
    </message>
    <message>
        <source>Length of the left kidney, mm</source>
        <translation>Länge der linken Niere, mm</translation>
    </message>
    <message>
        <source>Right edge of the liver from the midline, mm</source>
        <translation>Rechter Leberrand, Abstand zur Mittellinie, mm</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Markers</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Körper</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Scan range</source>
        <translation>Scanbereich</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Ergänzung</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Mean man</source>
        <translation>Mittlerer Mann</translation>
    </message>
    <message>
        <source>Mean woman</source>
        <translation>Mittlere Frau</translation>
    </message>
    <message>
        <source>Slim man</source>
        <translation>Schlanker Mann</translation>
    </message>
    <message>
        <source>Slim, tall woman</source>
        <translation>Schlanke, große Frau</translation>
    </message>
    <message>
        <source>Small woman</source>
        <translation>Kleine Frau</translation>
    </message>
    <message>
        <source>Stout man</source>
        <translation>Kräftiger Mann</translation>
    </message>
    <message>
        <source>Stout woman</source>
        <translation>Kräftige Frau</translation>
    </message>
    <message>
        <source>Tall man</source>
        <translation>Großer Mann</translation>
    </message>
</context>
<context>
    <name>RecipeFields</name>
    <message>
        <source>What the recipe is called. The networks keep it, and a recipe that continues this one names it.</source>
        <translation>Wie das Rezept heißt. Die Netze behalten den Namen, und ein Rezept, das dieses fortsetzt, nennt ihn.</translation>
    </message>
    <message>
        <source>A whole number that all chance follows: the first weights, and the order of people. The same seed gives the same run.</source>
        <translation>Eine ganze Zahl, der aller Zufall folgt: die ersten Gewichte und die Reihenfolge der Personen. Dieselbe Zahl gibt denselben Lauf.</translation>
    </message>
    <message>
        <source>float32, or bfloat16, which is faster on graphics cards.</source>
        <translation>float32, oder bfloat16, das auf Grafikkarten schneller ist.</translation>
    </message>
    <message>
        <source>Two numbers, for MPN and CIGN: how much the loss counts that flows back through the other network in convergent stages.</source>
        <translation>Zwei Zahlen, für MPN und CIGN: wie viel in konvergenten Stufen der Verlust zählt, der durch das andere Netz zurückfließt.</translation>
    </message>
    <message>
        <source>The name of a recipe whose networks this one begins with; leave it out to begin with untrained networks.</source>
        <translation>Der Name eines Rezepts, mit dessen Netzen dieses beginnt; weglassen, um mit untrainierten Netzen zu beginnen.</translation>
    </message>
    <message>
        <source>1, 2 or 4: MPN reads pictures that are this many times smaller, which is faster; markers are known to a few pixels at best. No smaller than &quot;shrink&quot; of its last stage.</source>
        <translation>1, 2 oder 4: MPN liest Bilder, die so viel Mal kleiner sind, das ist schneller; Marker sind bestenfalls auf wenige Pixel bekannt. Nicht kleiner als „shrink“ seiner letzten Stufe.</translation>
    </message>
    <message>
        <source>The parts of the training, one after the other.</source>
        <translation>Die Teile des Trainings, einer nach dem anderen.</translation>
    </message>
    <message>
        <source>1, 2 or 4: pictures are this many times smaller. From coarse to fine is faster: half the size takes a quarter of the time.</source>
        <translation>1, 2 oder 4: Bilder sind so viel Mal kleiner. Von grob nach fein ist schneller: halbe Größe braucht ein Viertel der Zeit.</translation>
    </message>
    <message>
        <source>People in each step, 1 to 1024. More take more time and memory; on processors many small steps teach more. On several machines divisible by their number.</source>
        <translation>Personen je Schritt, 1 bis 1024. Mehr brauchen mehr Zeit und Speicher; auf Prozessoren lehren viele kleine Schritte mehr. Auf mehreren Rechnern durch deren Zahl teilbar.</translation>
    </message>
    <message>
        <source>How many steps the stage takes.</source>
        <translation>Wie viele Schritte die Stufe hat.</translation>
    </message>
    <message>
        <source>How far each step goes at most, between 0 and 1, for example 0.002. It rises at first and then falls. Where training diverges, take less.</source>
        <translation>Wie weit jeder Schritt höchstens geht, zwischen 0 und 1, zum Beispiel 0.002. Sie steigt erst und fällt dann. Läuft das Training auseinander, weniger nehmen.</translation>
    </message>
    <message>
        <source>adam, or muon, whose steps for convolutions are orthogonalised: it learns more from as many people.</source>
        <translation>adam, oder muon, dessen Schritte für Faltungen orthogonalisiert sind: es lernt von ebenso vielen Personen mehr.</translation>
    </message>
    <message>
        <source>A critic that learns to tell CIGN&apos;s X-rays from true ones, so that they become sharper; in stages that train CIGN alone.</source>
        <translation>Ein Kritiker, der lernt, die Röntgenbilder von CIGN von wahren zu unterscheiden, damit sie schärfer werden; nur in Stufen, die CIGN trainieren.</translation>
    </message>
    <message>
        <source>How much the critic counts beside the error of the picture, for example 0.03.</source>
        <translation>Wie viel der Kritiker neben dem Fehler des Bildes zählt, zum Beispiel 0.03.</translation>
    </message>
    <message>
        <source>Steps in which a new critic learns alone.</source>
        <translation>Schritte, in denen ein neuer Kritiker allein lernt.</translation>
    </message>
    <message>
        <source>Put the cursor on a field to read what it means.</source>
        <translation>Den Cursor auf ein Feld setzen, um zu lesen, was es bedeutet.</translation>
    </message>
    <message>
        <source>Of a stage: t (first X-ray from the surface), cign (X-ray from surface and markers), mpn (markers in X-rays), reader (markers in X-rays of which only a part is seen, for completion), convergent (MPN and CIGN through each other, as the loop uses them). Of an adversary: patches, wgan or wgan-gp.</source>
        <translation>Einer Stufe: t (erstes Röntgenbild aus der Oberfläche), cign (Röntgenbild aus Oberfläche und Markern), mpn (Marker in Röntgenbildern), reader (Marker in Röntgenbildern, von denen nur ein Teil zu sehen ist, für die Ergänzung), convergent (MPN und CIGN durcheinander, wie die Schleife sie benutzt). Eines Gegners: patches, wgan oder wgan-gp.</translation>
    </message>
    <message>
        <source>What a critic sees beside the X-ray: surface, or markers as well, so that it notices traces of them in the picture.</source>
        <translation>Was ein Kritiker außer dem Röntgenbild sieht: surface (die Oberfläche) oder auch markers (die Marker), sodass er Spuren von ihnen im Bild bemerkt.</translation>
    </message>
</context>
<context>
    <name>ScanRange</name>
    <message>
        <source>%1 mm down</source>
        <translation>%1 mm nach unten</translation>
    </message>
    <message>
        <source>%1 mm to the patient&apos;s left</source>
        <translation>%1 mm zur linken Seite der Person</translation>
    </message>
    <message>
        <source>%1 mm to the patient&apos;s right</source>
        <translation>%1 mm zur rechten Seite der Person</translation>
    </message>
    <message>
        <source>%1 mm up</source>
        <translation>%1 mm nach oben</translation>
    </message>
    <message>
        <source>%1, %2 mm</source>
        <translation>%1, %2 mm</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
    <message>
        <source>Along %1 of the scan, mm</source>
        <translation>Entlang %1 des Scans, mm</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>Thorax</translation>
    </message>
    <message>
        <source>Chest, abdomen and pelvis</source>
        <translation>Thorax, Abdomen und Becken</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>End %1</source>
        <translation>Ende %1</translation>
    </message>
    <message>
        <source>From %1, mm</source>
        <translation>Ab %1, mm</translation>
    </message>
    <message>
        <source>From the liver top to the lower iliac crest</source>
        <translation>Vom Leberoberrand bis zum tieferen Beckenkamm</translation>
    </message>
    <message>
        <source>From the lung tops to the sitting bones, 40 mm below the pubic symphysis</source>
        <translation>Von den Lungenspitzen bis zu den Sitzbeinen, 40 mm unter der Symphyse</translation>
    </message>
    <message>
        <source>From the lung tops to the upper poles of the kidneys, with the adrenal glands</source>
        <translation>Von den Lungenspitzen bis zu den oberen Nierenpolen, mit den Nebennieren</translation>
    </message>
    <message>
        <source>From the top of the head to the carina</source>
        <translation>Vom Scheitel bis zur Carina</translation>
    </message>
    <message>
        <source>From the upper iliac crest to the sitting bones, 40 mm below the pubic symphysis</source>
        <translation>Vom höheren Beckenkamm bis zu den Sitzbeinen, 40 mm unter der Symphyse</translation>
    </message>
    <message>
        <source>Head and neck</source>
        <translation>Kopf und Hals</translation>
    </message>
    <message>
        <source>Height, mm</source>
        <translation>Höhe, mm</translation>
    </message>
    <message>
        <source>I %1 mm</source>
        <translation>I %1 mm</translation>
    </message>
    <message>
        <source>Length, mm</source>
        <translation>Länge, mm</translation>
    </message>
    <message>
        <source>Move the bottom of the scan range %1</source>
        <translation>Untere Grenze des Scanbereichs %1 verschieben</translation>
    </message>
    <message>
        <source>Move the left side of the scan range %1</source>
        <translation>Linke Seite des Scanbereichs %1 verschieben</translation>
    </message>
    <message>
        <source>Move the right side of the scan range %1</source>
        <translation>Rechte Seite des Scanbereichs %1 verschieben</translation>
    </message>
    <message>
        <source>Move the scan range %1</source>
        <translation>Scanbereich %1 verschieben</translation>
    </message>
    <message>
        <source>Move the top of the scan range %1</source>
        <translation>Obere Grenze des Scanbereichs %1 verschieben</translation>
    </message>
    <message>
        <source>Pelvis</source>
        <translation>Becken</translation>
    </message>
    <message>
        <source>Plan a scan range: %1</source>
        <translation>Scanbereich planen: %1</translation>
    </message>
    <message>
        <source>Planning aid, not for clinical use</source>
        <translation>Planungshilfe, nicht für den klinischen Einsatz</translation>
    </message>
    <message>
        <source>Remove the scan range</source>
        <translation>Scanbereich entfernen</translation>
    </message>
    <message>
        <source>Reset the scan range</source>
        <translation>Scanbereich zurücksetzen</translation>
    </message>
    <message>
        <source>S %1 mm</source>
        <translation>S %1 mm</translation>
    </message>
    <message>
        <source>Set the margin of the scan range to %1 mm</source>
        <translation>Sicherheitsrand des Scanbereichs auf %1 mm setzen</translation>
    </message>
    <message>
        <source>Set the width of the scan range to %1 mm</source>
        <translation>Breite des Scanbereichs auf %1 mm setzen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Anfang %1</translation>
    </message>
    <message>
        <source>The scan range is in the clipboard</source>
        <translation>Der Scanbereich ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Use the calibrated margin of the scan range</source>
        <translation>Kalibrierten Sicherheitsrand des Scanbereichs verwenden</translation>
    </message>
    <message>
        <source>Width, mm</source>
        <translation>Breite, mm</translation>
    </message>
</context>
<context>
    <name>Sizes</name>
    <message>
        <source>Girth of the chest</source>
        <translation>Brustumfang</translation>
    </message>
    <message>
        <source>Girth of the hips</source>
        <translation>Hüftumfang</translation>
    </message>
    <message>
        <source>Girth of the waist at the navel</source>
        <translation>Taillenumfang auf Nabelhöhe</translation>
    </message>
    <message>
        <source>Height from the soles to the crown</source>
        <translation>Höhe von den Fußsohlen bis zum Scheitel</translation>
    </message>
    <message>
        <source>Shoulder breadth over both upper arms</source>
        <translation>Schulterbreite über beide Oberarme</translation>
    </message>
    <message>
        <source>Torso length from the neck (C7) to the pubic symphysis</source>
        <translation>Rumpflänge vom Hals (C7) bis zur Symphyse</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>chest</source>
        <translation>Brust</translation>
    </message>
    <message>
        <source>cm</source>
        <translation>cm</translation>
    </message>
    <message>
        <source>hip</source>
        <translation>Hüfte</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>shoulder</source>
        <translation>Schulter</translation>
    </message>
    <message>
        <source>stature</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>torso</source>
        <translation>Rumpf</translation>
    </message>
    <message>
        <source>waist</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
</context>
<context>
    <name>TrainingCurves</name>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>MPN</source>
        <translation>MPN</translation>
    </message>
    <message>
        <source>CIGN</source>
        <translation>CIGN</translation>
    </message>
    <message>
        <source>Critic</source>
        <translation>Kritiker</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>X-ray of the loop</source>
        <translation>Röntgenbild der Schleife</translation>
    </message>
    <message>
        <source>X-ray of T</source>
        <translation>Röntgenbild von T</translation>
    </message>
    <message>
        <source>X-ray of true markers</source>
        <translation>Röntgenbild wahrer Marker</translation>
    </message>
    <message>
        <source>Markers of the loop, px</source>
        <translation>Marker der Schleife, px</translation>
    </message>
    <message>
        <source>Markers in true X-rays, px</source>
        <translation>Marker in wahren Röntgenbildern, px</translation>
    </message>
</context>
<context>
    <name>TrainingData</name>
    <message>
        <source>%1 people: %2 to train, %3 to validate, %4 to test; pictures of %5 x %6.</source>
        <translation>%1 Personen: %2 zum Lernen, %3 zum Validieren, %4 zum Testen; Bilder von %5 x %6.</translation>
    </message>
    <message>
        <source>Made from: %1.</source>
        <translation>Erzeugt aus: %1.</translation>
    </message>
    <message>
        <source>Training needs people to train and people to validate.</source>
        <translation>Training braucht Personen zum Lernen und zum Validieren.</translation>
    </message>
</context>
<context>
    <name>TrainingModels</name>
    <message>
        <source>%1: pictures of %2 x %3.</source>
        <translation>%1: Bilder von %2 x %3.</translation>
    </message>
    <message>
        <source>Recipe %1.</source>
        <translation>Rezept %1.</translation>
    </message>
    <message>
        <source>Learned from %1 people.</source>
        <translation>Lernte von %1 Personen.</translation>
    </message>
    <message>
        <source>Trained for %1 minutes.</source>
        <translation>%1 Minuten trainiert.</translation>
    </message>
    <message>
        <source>Its margins were measured.</source>
        <translation>Seine Spielräume wurden gemessen.</translation>
    </message>
    <message>
        <source>Its margins were not measured yet: calibrate it.</source>
        <translation>Seine Spielräume wurden noch nicht gemessen: kalibrieren.</translation>
    </message>
    <message>
        <source>X-rays are shown at %1 x %2.</source>
        <translation>Röntgenbilder werden mit %1 x %2 gezeigt.</translation>
    </message>
</context>
<context>
    <name>TrainingRuns</name>
    <message>
        <source>Stage %1 of %2 (%3), step %4 of %5.</source>
        <translation>Stufe %1 von %2 (%3), Schritt %4 von %5.</translation>
    </message>
    <message>
        <source>Trained for %1; memory %2 MB.</source>
        <translation>%1 trainiert; Speicher %2 MB.</translation>
    </message>
    <message>
        <source>About %1 left.</source>
        <translation>Noch etwa %1.</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>beginnt</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>It runs on %1.</source>
        <translation>Er läuft auf %1.</translation>
    </message>
    <message>
        <source>Its process has ended without a word; the run goes on from its last checkpoint.</source>
        <translation>Sein Prozess ist ohne ein Wort verschwunden; der Lauf geht von seinem letzten Sicherungspunkt weiter.</translation>
    </message>
    <message>
        <source>Its process has ended without a word, before its first checkpoint; start it anew.</source>
        <translation>Sein Prozess ist ohne ein Wort verschwunden, vor dem ersten Sicherungspunkt; neu beginnen.</translation>
    </message>
</context>
<context>
    <name>TrainingTasks</name>
    <message>
        <source>Preparing the base anatomies</source>
        <translation>Grundanatomien werden vorbereitet</translation>
    </message>
    <message>
        <source>Making people</source>
        <translation>Personen werden erzeugt</translation>
    </message>
    <message>
        <source>Measuring the floor</source>
        <translation>Untergrenze wird gemessen</translation>
    </message>
    <message>
        <source>Reading CT</source>
        <translation>CT werden gelesen</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Auswertung läuft</translation>
    </message>
    <message>
        <source>Studying the loop</source>
        <translation>Schleife wird untersucht</translation>
    </message>
    <message>
        <source>Measuring scales of fast drafts</source>
        <translation>Maßstäbe schneller Entwürfe werden gemessen</translation>
    </message>
    <message>
        <source>Measuring the loop&apos;s Jacobian</source>
        <translation>Jacobi-Matrix der Schleife wird gemessen</translation>
    </message>
    <message>
        <source>Measuring margins of the markers</source>
        <translation>Spielräume der Marker werden gemessen</translation>
    </message>
    <message>
        <source>Training finer X-rays</source>
        <translation>Training der feineren Röntgenbilder</translation>
    </message>
    <message>
        <source>Making training data</source>
        <translation>Trainingsdaten entstehen</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Feet, face, spine and arms disagree about which way the person looks: front and back, and with them left and right, may be the wrong way round; give the front.</source>
        <translation>Füße, Gesicht, Wirbelsäule und Arme widersprechen sich darin, wohin die Person blickt: Vorn und hinten und damit links und rechts können vertauscht sein; die Richtung nach vorn angeben.</translation>
    </message>
    <message>
        <source>Front or back?</source>
        <translation>Vorn oder hinten?</translation>
    </message>
    <message>
        <source>Holes filled</source>
        <translation>Löcher gefüllt</translation>
    </message>
    <message>
        <source>Holes of {} cm2 in the surface were filled.</source>
        <translation>Löcher von {} cm² in der Oberfläche wurden gefüllt.</translation>
    </message>
    <message>
        <source>Holes of {} cm2 in the surface were filled: so much of it is missing that the result should not be trusted.</source>
        <translation>Löcher von {} cm² in der Oberfläche wurden gefüllt: So viel fehlt, dass dem Ergebnis nicht zu vertrauen ist.</translation>
    </message>
    <message>
        <source>Not at rest</source>
        <translation>Nicht stabil</translation>
    </message>
    <message>
        <source>Part of a body</source>
        <translation>Unvollständiger Körper</translation>
    </message>
    <message>
        <source>Picture and markers do not agree: the loop did not come to rest, so neither should be trusted.</source>
        <translation>Bild und Marker passen nicht zusammen: Die Schleife wurde nicht stabil, daher ist beiden nicht zu vertrauen.</translation>
    </message>
    <message>
        <source>Pieces left out</source>
        <translation>Teile weggelassen</translation>
    </message>
    <message>
        <source>Pieces of the scan that are not part of the person were left out: {}.</source>
        <translation>Teile des Scans, die nicht zur Person gehören, wurden weggelassen: {}.</translation>
    </message>
    <message>
        <source>The surface has neither head nor whole legs; the networks learned from whole bodies.</source>
        <translation>Die Oberfläche hat weder einen Kopf noch ganze Beine; die Netze haben von ganzen Körpern gelernt.</translation>
    </message>
    <message>
        <source>The surface has no whole head; the networks learned from whole bodies.</source>
        <translation>Die Oberfläche hat keinen ganzen Kopf; die Netze haben von ganzen Körpern gelernt.</translation>
    </message>
    <message>
        <source>The surface has no whole legs; the networks learned from whole bodies.</source>
        <translation>Die Oberfläche hat keine ganzen Beine; die Netze haben von ganzen Körpern gelernt.</translation>
    </message>
    <message>
        <source>This body is unlike those that the networks learned from: markers may be farther off than in others, and their margins are wider.</source>
        <translation>Dieser Körper ähnelt denen nicht, von denen die Netze gelernt haben: Marker können stärker abweichen als bei anderen, und ihre Unsicherheitsbereiche sind breiter.</translation>
    </message>
    <message>
        <source>Unlike the people learned from</source>
        <translation>Den gelernten Personen unähnlich</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged: what stands there as {} could not be read and was left out; everything else is open.</source>
        <translation>„{}“ ist beschädigt: Was dort als {} steht, konnte nicht gelesen werden und wurde weggelassen; alles andere ist geöffnet.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is open in another window; this is a copy of it, to be saved under another name.</source>
        <translation>„{}“ ist in einem anderen Fenster geöffnet; dies ist eine Kopie, die unter einem anderen Namen zu speichern ist.</translation>
    </message>
    <message>
        <source>CT of a part</source>
        <translation>CT eines Körperteils</translation>
    </message>
    <message>
        <source>Couch taken off</source>
        <translation>Liege entfernt</translation>
    </message>
    <message>
        <source>Damaged session</source>
        <translation>Beschädigte Sitzung</translation>
    </message>
    <message>
        <source>Files left out</source>
        <translation>Dateien weggelassen</translation>
    </message>
    <message>
        <source>Left out of the CT: {}.</source>
        <translation>Aus dem CT weggelassen: {}.</translation>
    </message>
    <message>
        <source>Missing slices</source>
        <translation>Fehlende Schichten</translation>
    </message>
    <message>
        <source>Open in another window</source>
        <translation>In einem anderen Fenster geöffnet</translation>
    </message>
    <message>
        <source>Slices resampled</source>
        <translation>Schichten neu abgetastet</translation>
    </message>
    <message>
        <source>Taken off as couch, straps or other things that are no body: {} litres.</source>
        <translation>Als Liege, Gurte oder andere Dinge, die kein Körper sind, entfernt: {} Liter.</translation>
    </message>
    <message>
        <source>The CT shows {} % of the trunk from neck to pubic symphysis. What lies outside of it is a guess, and what lies inside is farther off than for a whole body.</source>
        <translation>Das CT zeigt {} % des Rumpfs vom Hals bis zur Symphyse. Was außerhalb liegt, ist geschätzt, und was innerhalb liegt, weicht stärker ab als bei einem ganzen Körper.</translation>
    </message>
    <message>
        <source>The body is a person in two units; that of {} mm was chosen. Check its size.</source>
        <translation>In zwei Einheiten ergibt der Körper eine Person; gewählt wurde die von {} mm. Die Größe prüfen.</translation>
    </message>
    <message>
        <source>The slices were tilted against the patient&apos;s axes and have been resampled.</source>
        <translation>Die Schichten waren gegen die Achsen des Patienten gekippt und wurden neu abgetastet.</translation>
    </message>
    <message>
        <source>Which unit?</source>
        <translation>Welche Einheit?</translation>
    </message>
    <message>
        <source>{} missing slices were interpolated between their neighbours.</source>
        <translation>{} fehlende Schichten wurden aus ihren Nachbarn interpoliert.</translation>
    </message>
    <message>
        <source>Left and right exchanged?</source>
        <translation>Links und rechts vertauscht?</translation>
    </message>
    <message>
        <source>The left lung is larger than the right one beside the heart: left and right of this CT may be exchanged. If so, give the right directions of its axes.</source>
        <translation>Die linke Lunge ist neben dem Herzen größer als die rechte: Links und rechts dieses CT könnten vertauscht sein. Dann die richtigen Richtungen seiner Achsen angeben.</translation>
    </message>
    <message>
        <source>It was never measured how far healthy people are off with these networks; regions are those that differ by more than 10 %. Run calibrate once.</source>
        <translation>Für diese Netze wurde nie gemessen, wie weit gesunde Personen abweichen; gezeigt werden Bereiche, die sich um mehr als 10 % unterscheiden. Einmal „calibrate“ ausführen.</translation>
    </message>
    <message>
        <source>Little agreement</source>
        <translation>Wenig Übereinstimmung</translation>
    </message>
    <message>
        <source>Picture turned</source>
        <translation>Bild gedreht</translation>
    </message>
    <message>
        <source>Plain differences</source>
        <translation>Bloße Unterschiede</translation>
    </message>
    <message>
        <source>Range beyond the scan</source>
        <translation>Bereich über den Scan hinaus</translation>
    </message>
    <message>
        <source>Sides may be exchanged</source>
        <translation>Seiten vielleicht vertauscht</translation>
    </message>
    <message>
        <source>The X-ray picture was turned so that the head is at the top and the patient&apos;s right side is on the left, as its file says.</source>
        <translation>Das Röntgenbild wurde nach den Angaben seiner Datei gedreht, sodass der Kopf oben und die rechte Seite des Patienten links liegt.</translation>
    </message>
    <message>
        <source>The real X-ray agrees better with the predicted one when its sides are exchanged; it may be mirrored, or seen from the back.</source>
        <translation>Das echte Röntgenbild passt seitenverkehrt besser zum vorhergesagten; es ist vielleicht gespiegelt oder von hinten gesehen.</translation>
    </message>
    <message>
        <source>The real X-ray and the synthetic one agree little even at the end (correlation {}); it may be of another person, or not from the front.</source>
        <translation>Echtes und synthetisches Röntgenbild stimmen auch am Ende wenig überein (Korrelation {}); es ist vielleicht von einer anderen Person oder nicht von vorn.</translation>
    </message>
    <message>
        <source>The scan range reaches {} mm beyond the scanned part of the body, where nothing is known; scan more of the body or choose another region.</source>
        <translation>Der Scanbereich reicht {} mm über den gescannten Teil des Körpers hinaus, wo nichts bekannt ist; mehr vom Körper scannen oder eine andere Region wählen.</translation>
    </message>
    <message>
        <source>The session&apos;s real X-ray was left out: {}</source>
        <translation>Das echte Röntgenbild der Sitzung wurde weggelassen: {}</translation>
    </message>
    <message>
        <source>Without the real X-ray</source>
        <translation>Ohne das echte Röntgenbild</translation>
    </message>
    <message>
        <source>Gaps between slices</source>
        <translation>Lücken zwischen den Schichten</translation>
    </message>
    <message>
        <source>The slices are {} mm thick and lie {} mm apart; what lies between them was interpolated.</source>
        <translation>Die Schichten sind {} mm dick und liegen {} mm auseinander; was dazwischen liegt, wurde interpoliert.</translation>
    </message>
</context>
<context>
    <name>XrayView</name>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>Drag a marker</source>
        <translation>Einen Marker ziehen</translation>
    </message>
    <message>
        <source>Synthetic image, research use, not for diagnosis</source>
        <translation>Synthetisches Bild, nur für Forschung, nicht zur Diagnose</translation>
    </message>
    <message>
        <source>%1 % before editing</source>
        <translation>%1 % vor der Bearbeitung</translation>
    </message>
    <message>
        <source>Before editing</source>
        <translation>Vor der Bearbeitung</translation>
    </message>
    <message>
        <source>No marker is pinned: nothing to compare</source>
        <translation>Kein Marker ist fixiert: nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Now minus before: attenuation</source>
        <translation>Jetzt minus vorher: Schwächung</translation>
    </message>
    <message>
        <source>The state before editing is computed</source>
        <translation>Der Zustand vor der Bearbeitung wird berechnet</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::AboutDialog</name>
    <message>
        <source>About Skiagraph</source>
        <translation>Über Skiagraph</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Skiagraph %1&lt;/h2&gt;&lt;p&gt;Predicts an X-ray and 17 anatomical markers from the surface of a person, after Teixeira et al., CVPR 2018.&lt;/p&gt;&lt;p&gt;&lt;b&gt;The picture is synthetic. Research software, not a medical device, not for diagnosis.&lt;/b&gt;&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Skiagraph %1&lt;/h2&gt;&lt;p&gt;Sagt aus der Oberfläche einer Person ein Röntgenbild und 17 anatomische Marker vorher, nach Teixeira et al., CVPR 2018.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Das Bild ist synthetisch. Forschungssoftware, kein Medizinprodukt, nicht zur Diagnose.&lt;/b&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Networks in use: %1&lt;/p&gt;</source>
        <translation>&lt;p&gt;Verwendete Netze: %1&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>&lt;p&gt;Skiagraph is free software under the Apache License 2.0, whose text is below. It uses these libraries:&lt;/p&gt;</source>
        <translation>&lt;p&gt;Skiagraph ist freie Software unter der Apache License 2.0, deren Text unten steht. Das Programm verwendet diese Bibliotheken:&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::AnomalyPanel</name>
    <message>
        <source>Colour what differs</source>
        <translation>Abweichungen färben</translation>
    </message>
    <message>
        <source>Orange: denser than in a healthy person, blue: thinner</source>
        <translation>Orange: dichter als bei einem gesunden Menschen, blau: dünner</translation>
    </message>
    <message>
        <source>Measure of what differs</source>
        <translation>Maß der Abweichung</translation>
    </message>
    <message>
        <source>Score against healthy people</source>
        <translation>Vergleich mit Gesunden</translation>
    </message>
    <message>
        <source>Plain difference</source>
        <translation>Einfache Differenz</translation>
    </message>
    <message>
        <source>The score knows how far healthy people differ at each place; the plain difference does not</source>
        <translation>Der Vergleich weiß, wie weit Gesunde sich an jedem Ort unterscheiden; die einfache Differenz nicht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Threshold of what differs</source>
        <translation>Schwelle der Abweichung</translation>
    </message>
    <message>
        <source>From which value on a region is told</source>
        <translation>Ab welchem Wert eine Stelle genannt wird</translation>
    </message>
    <message>
        <source>As calibrated</source>
        <translation>Wie kalibriert</translation>
    </message>
    <message>
        <source>The threshold at which a healthy person has one region on average</source>
        <translation>Die Schwelle, bei der ein gesunder Mensch im Mittel eine Stelle hat</translation>
    </message>
    <message>
        <source>Regions that differ</source>
        <translation>Stellen, die abweichen</translation>
    </message>
    <message>
        <source>Click a region to see it large</source>
        <translation>Klick auf eine Stelle zeigt sie groß</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Size, mm</source>
        <translation>Größe, mm</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>No diagnosis. It cannot find what is smaller than a few pixels (a pixel is about 4 mm), what lies at the skin, and what looks like another healthy person.</source>
        <translation>Keine Diagnose. Nicht zu finden ist, was kleiner als wenige Pixel ist (ein Pixel ist etwa 4 mm), was an der Haut liegt und was wie ein anderer gesunder Mensch aussieht.</translation>
    </message>
    <message>
        <source>Lay a real X-ray on, in the tab Completion: regions where it differs from a healthy person of this shape are listed here.</source>
        <translation>Unter „Ergänzung“ ein echtes Röntgenbild auflegen: Hier stehen dann die Stellen, an denen es von einem gesunden Menschen dieser Gestalt abweicht.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::BodyLoader</name>
    <message>
        <source>Body made to measure</source>
        <translation>Körper nach Maß</translation>
    </message>
    <message>
        <source>Person made in code</source>
        <translation>Im Programm erzeugte Person</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::BodyPane</name>
    <message>
        <source>S&amp;kin</source>
        <translation>Ha&amp;ut</translation>
    </message>
    <message>
        <source>Opacity of the skin</source>
        <translation>Deckkraft der Haut</translation>
    </message>
    <message>
        <source>How much the skin hides of what is inside (T)</source>
        <translation>Wie stark die Haut das Innere verdeckt (T)</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::BodyPanel</name>
    <message>
        <source>Built-in people</source>
        <translation>Mitgelieferte Personen</translation>
    </message>
    <message>
        <source>Reset sizes</source>
        <translation>Maße zurücksetzen</translation>
    </message>
    <message>
        <source>Leaves every size open: the mean body of this sex</source>
        <translation>Lässt alle Maße offen: der mittlere Körper dieses Geschlechts</translation>
    </message>
    <message>
        <source>Click, or press Enter, to show this person</source>
        <translation>Klicken oder Eingabetaste drücken, um diese Person zu zeigen</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>Frau</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Mann</translation>
    </message>
    <message>
        <source>Sex: %1</source>
        <translation>Geschlecht: %1</translation>
    </message>
    <message>
        <source>Keeps the sizes that are asked for</source>
        <translation>Behält die vorgegebenen Maße bei</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Vorgegeben</translation>
    </message>
    <message>
        <source>A size without a tick follows from the others</source>
        <translation>Ein Maß ohne Häkchen ergibt sich aus den anderen</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>On the body that is shown</source>
        <translation>Am gezeigten Körper</translation>
    </message>
    <message>
        <source>Make a woman</source>
        <translation>Frau erzeugen</translation>
    </message>
    <message>
        <source>Make a man</source>
        <translation>Mann erzeugen</translation>
    </message>
    <message>
        <source>The body is a scan, %1. Choose a person or move a slider for a body made to measure.</source>
        <translation>Der Körper ist ein Scan, %1. Für einen Körper nach Maß eine Person wählen oder einen Regler bewegen.</translation>
    </message>
    <message>
        <source>Made to measure, from the body model of women.</source>
        <translation>Nach Maß erzeugt, mit dem Körpermodell der Frauen.</translation>
    </message>
    <message>
        <source>Made to measure, from the body model of men.</source>
        <translation>Nach Maß erzeugt, mit dem Körpermodell der Männer.</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::BodyView</name>
    <message>
        <source>Body</source>
        <translation>Körper</translation>
    </message>
    <message>
        <source>The body cannot be drawn, because this computer offers no OpenGL 3.2. X-ray and markers work without it.</source>
        <translation>Der Körper kann nicht gezeichnet werden, weil dieser Computer kein OpenGL 3.2 bietet. Röntgenbild und Marker funktionieren auch ohne.</translation>
    </message>
    <message>
        <source>Drag along the body; up and down keys move it by 1 mm, with Shift by 10 mm</source>
        <translation>Am Körper entlang ziehen; die Pfeiltasten nach oben und unten bewegen die Höhe um 1 mm, mit Umschalt um 10 mm</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::ComparePage</name>
    <message>
        <source>&amp;Compare on the body of the main window</source>
        <translation>Am Körper des Hauptfensters &amp;vergleichen</translation>
    </message>
    <message>
        <source>X-rays of both models</source>
        <translation>Röntgenbilder beider Modelle</translation>
    </message>
    <message>
        <source>Line between the models</source>
        <translation>Linie zwischen den Modellen</translation>
    </message>
    <message>
        <source>&amp;Left</source>
        <translation>&amp;Links</translation>
    </message>
    <message>
        <source>&amp;Right</source>
        <translation>&amp;Rechts</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Rechnet</translation>
    </message>
    <message>
        <source>%1: markers of the two differ by %2 mm on average, most by %3 mm (%4).</source>
        <translation>%1: die Marker der beiden unterscheiden sich im Mittel um %2 mm, am meisten um %3 mm (%4).</translation>
    </message>
    <message>
        <source>Not both have come to rest.</source>
        <translation>Nicht beide sind zur Ruhe gekommen.</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::ComparisonBar</name>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>The state before editing left of a line that can be dragged</source>
        <translation>Der Zustand vor der Bearbeitung links von einer verschiebbaren Linie</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Überblenden</translation>
    </message>
    <message>
        <source>The two over each other</source>
        <translation>Beide übereinander</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>What editing changed, in colour</source>
        <translation>Was die Bearbeitung verändert hat, in Farbe</translation>
    </message>
    <message>
        <source>From now alone, on the left, to the state before editing alone</source>
        <translation>Von links, nur der jetzige Zustand, bis rechts, nur der Zustand vor der Bearbeitung</translation>
    </message>
    <message>
        <source>How much is shown of the state before editing</source>
        <translation>Wie viel vom Zustand vor der Bearbeitung gezeigt wird</translation>
    </message>
    <message>
        <source>Show the X-ray as it is now</source>
        <translation>Das Röntgenbild zeigen, wie es jetzt ist</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>Den Vergleich beenden</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::CompletionPanel</name>
    <message>
        <source>Hold the markers</source>
        <translation>Marker festhalten</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Size of the real X-ray&apos;s pixels, mm</source>
        <translation>Größe der Pixel des echten Röntgenbilds, mm</translation>
    </message>
    <message>
        <source>From pixel to pixel in the body; where the file does not say it, or says it wrongly</source>
        <translation>Von Pixel zu Pixel im Körper; wo die Datei es nicht oder falsch sagt</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>wie in der Datei</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Magnification of the real X-ray</source>
        <translation>Vergrößerung des echten Röntgenbilds</translation>
    </message>
    <message>
        <source>How much larger the body is in the picture than its pixels say; above 1 for a body far from the detector</source>
        <translation>Wie viel größer der Körper im Bild ist, als seine Pixel sagen; über 1, wenn er weit vor dem Detektor steht</translation>
    </message>
    <message>
        <source>Bone is dark</source>
        <translation>Knochen ist dunkel</translation>
    </message>
    <message>
        <source>The picture is a negative</source>
        <translation>Das Bild ist ein Negativ</translation>
    </message>
    <message>
        <source>Middle of the real X-ray to the left, mm</source>
        <translation>Mitte des echten Röntgenbilds nach links, mm</translation>
    </message>
    <message>
        <source>Of the picture&apos;s middle; plus is left of the patient&apos;s middle. On the X-ray, drag its frame</source>
        <translation>Von der Mitte des Bildes; plus ist links der Körpermitte. Auf dem Röntgenbild lässt sich der Rahmen ziehen</translation>
    </message>
    <message>
        <source>Height of the real X-ray&apos;s middle, mm</source>
        <translation>Höhe der Mitte des echten Röntgenbilds, mm</translation>
    </message>
    <message>
        <source>Height as in the list of markers; up and down keys move it by 1 mm</source>
        <translation>Höhe wie in der Liste der Marker; die Pfeiltasten auf und ab verschieben um 1 mm</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Find the place</source>
        <translation>Lage finden</translation>
    </message>
    <message>
        <source>Progress of the completion</source>
        <translation>Fortschritt der Ergänzung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Complete again</source>
        <translation>Neu ergänzen</translation>
    </message>
    <message>
        <source>A real X-ray of part of the body is laid on the predicted one, and the markers are moved until both agree: the whole X-ray follows. PNG, DICOM, or a CT of a part.</source>
        <translation>Ein echtes Röntgenbild eines Teils des Körpers wird auf das vorhergesagte gelegt, und die Marker bewegen sich, bis beide übereinstimmen: Das ganze Röntgenbild folgt. PNG, DICOM oder ein CT eines Teils.</translation>
    </message>
    <message>
        <source>Correlation of both X-rays: %1, before %2. The real one shows %3 of %4 markers; they moved by up to %5 mm. Margins: ± %6 mm on average, before ± %7.</source>
        <translation>Korrelation beider Röntgenbilder: %1, vorher %2. Das echte zeigt %3 von %4 Markern; die Marker haben sich um bis zu %5 mm bewegt. Unsicherheitsbereiche: im Mittel ± %6 mm, vorher ± %7.</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::CtBar</name>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>The predicted X-ray alone</source>
        <translation>Nur das vorhergesagte Röntgenbild</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>The CT covers %1 % of the trunk.</source>
        <translation>Das CT deckt %1 % des Rumpfs ab.</translation>
    </message>
    <message>
        <source>Mean difference there: %1 of attenuation.</source>
        <translation>Mittlerer Unterschied dort: %1 Schwächung.</translation>
    </message>
    <message>
        <source>The true X-ray beside the predicted one</source>
        <translation>Das wahre Röntgenbild neben dem vorhergesagten</translation>
    </message>
    <message>
        <source>The predicted X-ray to the left of a line, the true one to the right</source>
        <translation>Links einer Linie das vorhergesagte Röntgenbild, rechts das wahre</translation>
    </message>
    <message>
        <source>The predicted X-ray less the true one: orange where it is too white, blue where it is too dark</source>
        <translation>Das vorhergesagte Röntgenbild minus das wahre: orange, wo es zu weiß ist, blau, wo es zu dunkel ist</translation>
    </message>
    <message>
        <source>Line between prediction and true X-ray</source>
        <translation>Linie zwischen Vorhersage und wahrem Röntgenbild</translation>
    </message>
    <message>
        <source>Moves the line between prediction and true X-ray</source>
        <translation>Verschiebt die Linie zwischen Vorhersage und wahrem Röntgenbild</translation>
    </message>
    <message>
        <source>The real X-ray covers %1 % of the trunk.</source>
        <translation>Das echte Röntgenbild deckt %1 % des Rumpfes ab.</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Vereint</translation>
    </message>
    <message>
        <source>The real X-ray joined into the predicted one</source>
        <translation>Das echte Röntgenbild in das vorhergesagte eingefügt</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::CtFields</name>
    <message>
        <source>Series %1: %2 slices</source>
        <translation>Serie %1: %2 Schichten</translation>
    </message>
    <message>
        <source> over %1 mm</source>
        <translation> über %1 mm</translation>
    </message>
    <message>
        <source>, acquisition %1</source>
        <translation>, Aufnahme %1</translation>
    </message>
    <message>
        <source>, of another patient</source>
        <translation>, von einem anderen Patienten</translation>
    </message>
    <message>
        <source>, not axial</source>
        <translation>, nicht axial</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Axes run to</source>
        <translation>Achsen laufen nach</translation>
    </message>
    <message>
        <source>as the file says; LPS: left, back, head</source>
        <translation>wie in der Datei; LPS: links, hinten, Kopf</translation>
    </message>
    <message>
        <source>Voxel size, mm</source>
        <translation>Voxelgröße, mm</translation>
    </message>
    <message>
        <source>as the file says; 0.8,0.8,2.5</source>
        <translation>wie in der Datei; 0.8,0.8,2.5</translation>
    </message>
    <message>
        <source>Values of air, water</source>
        <translation>Werte von Luft, Wasser</translation>
    </message>
    <message>
        <source>as the file says; 24,1024</source>
        <translation>wie in der Datei; 24,1024</translation>
    </message>
    <message>
        <source>One letter for each axis of the file: L or R for the patient&apos;s left or right, P or A for back or front, S or I for head or feet</source>
        <translation>Ein Buchstabe für jede Achse der Datei: L oder R für die linke oder rechte Seite des Patienten, P oder A für hinten oder vorn, S oder I für Kopf oder Füße</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::CtPicture</name>
    <message>
        <source>From the CT; hatched: not covered</source>
        <translation>Aus dem CT; schraffiert: nicht abgedeckt</translation>
    </message>
    <message>
        <source>True X-ray</source>
        <translation>Wahres Röntgenbild</translation>
    </message>
    <message>
        <source>Real; hatched: not seen</source>
        <translation>Echt; schraffiert: fehlt</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::CurveView</name>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::DataPage</name>
    <message>
        <source>&amp;Look at the people</source>
        <translation>Personen an&amp;sehen</translation>
    </message>
    <message>
        <source>Virtual people</source>
        <translation>Virtuelle Personen</translation>
    </message>
    <message>
        <source>Real CT</source>
        <translation>Echte CT</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Pictures of them from slim to obese, and how they spread beside published figures</source>
        <translation>Bilder von ihnen von schlank bis adipös, und wie sie streuen, neben veröffentlichten Zahlen</translation>
    </message>
    <message>
        <source>&amp;Open another…</source>
        <translation>Einen anderen &amp;öffnen …</translation>
    </message>
    <message>
        <source>X-rays of the people, from slim to obese</source>
        <translation>Röntgenbilder der Personen, von schlank bis adipös</translation>
    </message>
    <message>
        <source>Make people, read CT, or open a data set.</source>
        <translation>Personen erzeugen, CT lesen oder einen Datensatz öffnen.</translation>
    </message>
    <message>
        <source>Open a data set</source>
        <translation>Einen Datensatz öffnen</translation>
    </message>
    <message>
        <source>Data sets (*.safetensors)</source>
        <translation>Datensätze (*.safetensors)</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::DemoPlayer</name>
    <message>
        <source>Drag a marker on the body or on the X-ray: the others answer. Two fingers turn the body.</source>
        <translation>Einen Marker auf Körper oder Röntgenbild ziehen: Die anderen antworten. Zwei Finger drehen den Körper.</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::DemoWindow</name>
    <message>
        <source>Touch the screen to try it yourself.</source>
        <translation>Bildschirm berühren und selbst ausprobieren.</translation>
    </message>
    <message>
        <source>Synthetic image, research use, not for diagnosis</source>
        <translation>Synthetisches Bild, nur für Forschung, nicht zur Diagnose</translation>
    </message>
    <message>
        <source>Skiagraph</source>
        <translation>Skiagraph</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Andere Person</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>jetzt: %1</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::Engine</name>
    <message>
        <source>Open %1</source>
        <translation>„%1“ öffnen</translation>
    </message>
    <message>
        <source>Use %1 as the scan</source>
        <translation>„%1“ als Scan verwenden</translation>
    </message>
    <message>
        <source>Change import settings</source>
        <translation>Importeinstellungen ändern</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::EvaluatePage</name>
    <message>
        <source>&amp;Evaluate</source>
        <translation>&amp;Auswerten</translation>
    </message>
    <message>
        <source>to test</source>
        <translation>zum Testen</translation>
    </message>
    <message>
        <source>to validate</source>
        <translation>zum Validieren</translation>
    </message>
    <message>
        <source>to train</source>
        <translation>zum Lernen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Data set</source>
        <translation>&amp;Datensatz</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>Errors of the markers</source>
        <translation>Fehler der Marker</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Error, cm</source>
        <translation>Fehler, cm</translation>
    </message>
    <message>
        <source>Floor, cm</source>
        <translation>Untergrenze, cm</translation>
    </message>
    <message>
        <source>Mean person, cm</source>
        <translation>Mittlere Person, cm</translation>
    </message>
    <message>
        <source>True X-rays, predicted ones, and four times their difference</source>
        <translation>Wahre Röntgenbilder, vorhergesagte und ihr vierfacher Unterschied</translation>
    </message>
    <message>
        <source>Markers</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>How far predicted markers are from the true ones, on people of a data set.</source>
        <translation>Wie weit vorhergesagte Marker von den wahren entfernt sind, an Personen eines Datensatzes.</translation>
    </message>
    <message>
        <source>The error that nobody can beat; a dash where the data set was made without skins for the floor</source>
        <translation>Der Fehler, den niemand unterbieten kann; ein Strich, wo der Datensatz ohne Häute für die Untergrenze erzeugt wurde</translation>
    </message>
    <message>
        <source>The error of putting every marker at its mean place</source>
        <translation>Der Fehler, wenn jeder Marker an seinen mittleren Ort gesetzt wird</translation>
    </message>
    <message>
        <source>One person in each row: the true X-ray, the predicted one, four times their difference. Rings: true markers; dots: predicted ones.</source>
        <translation>In jeder Zeile eine Person: das wahre Röntgenbild, das vorhergesagte, ihr vierfacher Unterschied. Ringe: wahre Marker; Punkte: vorhergesagte.</translation>
    </message>
    <message>
        <source>Markers are off by %1 cm on average. With every marker at its mean place it would be %2 cm.</source>
        <translation>Marker liegen im Mittel um %1 cm falsch. Mit jedem Marker an seinem mittleren Ort wären es %2 cm.</translation>
    </message>
    <message>
        <source>All tables (English)</source>
        <translation>Alle Tabellen (englisch)</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Hilfeseiten</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Click a step to go back or forth to it</source>
        <translation>Auf einen Schritt klicken, um zu ihm zurück- oder vorzugehen</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>%1 (saved)</source>
        <translation>%1 (gespeichert)</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::ImportDialog</name>
    <message>
        <source>Import settings: %1</source>
        <translation>Importeinstellungen: %1</translation>
    </message>
    <message>
        <source>Reading the scan</source>
        <translation>Scan wird gelesen</translation>
    </message>
    <message>
        <source>Neck (C7/T1) at</source>
        <translation>Hals (C7/Th1) bei</translation>
    </message>
    <message>
        <source>Pubic symphysis at</source>
        <translation>Symphyse bei</translation>
    </message>
    <message>
        <source>Levels, height over the lowest point</source>
        <translation>Höhen über dem tiefsten Punkt</translation>
    </message>
    <message>
        <source>Unit and direction</source>
        <translation>Einheit und Richtung</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Found automatically</source>
        <translation>Automatisch ermittelt</translation>
    </message>
    <message>
        <source>Millimetres</source>
        <translation>Millimeter</translation>
    </message>
    <message>
        <source>Centimetres</source>
        <translation>Zentimeter</translation>
    </message>
    <message>
        <source>Decimetres</source>
        <translation>Dezimeter</translation>
    </message>
    <message>
        <source>Metres</source>
        <translation>Meter</translation>
    </message>
    <message>
        <source>Inches</source>
        <translation>Zoll</translation>
    </message>
    <message>
        <source>Turn by 90°</source>
        <translation>Um 90° drehen</translation>
    </message>
    <message>
        <source>About the upright axis</source>
        <translation>Um die senkrechte Achse</translation>
    </message>
    <message>
        <source>Tip back by 90°</source>
        <translation>Um 90° nach hinten kippen</translation>
    </message>
    <message>
        <source>The head goes away from you</source>
        <translation>Der Kopf bewegt sich vom Betrachter weg</translation>
    </message>
    <message>
        <source>Roll by 90°</source>
        <translation>Um 90° rollen</translation>
    </message>
    <message>
        <source>Clockwise in the picture</source>
        <translation>Im Bild im Uhrzeigersinn</translation>
    </message>
    <message>
        <source>Not ticked, it is found automatically</source>
        <translation>Ohne Häkchen wird die Höhe automatisch ermittelt</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Height %1 mm</source>
        <translation>Größe %1 mm</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::ImportModelDialog</name>
    <message>
        <source>Import a model</source>
        <translation>Ein Modell importieren</translation>
    </message>
    <message>
        <source>The networks are whole, finite and of the right shape.</source>
        <translation>Die Netze sind ganz, endlich und von richtiger Form.</translation>
    </message>
    <message>
        <source>What a model is worth, its card must tell: it cannot be seen from its weights.</source>
        <translation>Was ein Modell taugt, muss seine Karte sagen: den Gewichten ist es nicht anzusehen.</translation>
    </message>
    <message>
        <source>This model has no card.</source>
        <translation>Dieses Modell hat keine Karte.</translation>
    </message>
    <message>
        <source>No licence came with this model: ask whoever made it what you may do with it.</source>
        <translation>Mit diesem Modell kam keine Lizenz: wer es gemacht hat, muss sagen, was damit erlaubt ist.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::ImportPicture</name>
    <message>
        <source>The scan with the levels of neck and pubic symphysis</source>
        <translation>Der Scan mit den Höhen von Hals und Symphyse</translation>
    </message>
    <message>
        <source>There is nothing to show yet; settle what is asked for.</source>
        <translation>Noch gibt es nichts zu zeigen; zuerst die verlangten Angaben machen.</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>Von links</translation>
    </message>
    <message>
        <source>Neck (C7/T1)</source>
        <translation>Hals (C7/Th1)</translation>
    </message>
    <message>
        <source>Pubic symphysis</source>
        <translation>Symphyse</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::IngestForm</name>
    <message>
        <source>CT people</source>
        <translation>CT-Personen</translation>
    </message>
    <message>
        <source>&amp;Add to the data set that is chosen on the left</source>
        <translation>Zum links gewählten Datensatz &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Fine pictures, 512 x 384</source>
        <translation>&amp;Feine Bilder, 512 x 384</translation>
    </message>
    <message>
        <source>&amp;Read CT</source>
        <translation>CT &amp;lesen</translation>
    </message>
    <message>
        <source>CT, and what became of them</source>
        <translation>CT, und was aus ihnen wurde</translation>
    </message>
    <message>
        <source>CT</source>
        <translation>CT</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>divided among all</source>
        <translation>auf alle verteilt</translation>
    </message>
    <message>
        <source>to train</source>
        <translation>zum Lernen</translation>
    </message>
    <message>
        <source>to validate</source>
        <translation>zum Validieren</translation>
    </message>
    <message>
        <source>to test</source>
        <translation>zum Testen</translation>
    </message>
    <message>
        <source>found; mm, of a single CT of a part of the body</source>
        <translation>gefunden; mm, bei einer einzelnen CT eines Körperteils</translation>
    </message>
    <message>
        <source>Height (z) in the CT&apos;s own frame</source>
        <translation>Höhe (z) im Koordinatensystem der CT</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>Einen &amp;Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add &amp;all in a folder…</source>
        <translation>&amp;Alles in einem Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add f&amp;iles…</source>
        <translation>Date&amp;ien hinzufügen …</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>L&amp;eeren</translation>
    </message>
    <message>
        <source>The folder of one person, with a DICOM series</source>
        <translation>Der Ordner einer Person, mit einer DICOM-Serie</translation>
    </message>
    <message>
        <source>Each folder and file in it is one person</source>
        <translation>Jeder Ordner und jede Datei darin ist eine Person</translation>
    </message>
    <message>
        <source>&amp;Used</source>
        <translation>&amp;Verwendung</translation>
    </message>
    <message>
        <source>Level of the &amp;neck</source>
        <translation>Höhe des &amp;Halses</translation>
    </message>
    <message>
        <source>Level of the &amp;symphysis</source>
        <translation>Höhe der &amp;Symphyse</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>zu lesen</translation>
    </message>
    <message>
        <source>Folder of one CT</source>
        <translation>Ordner einer CT</translation>
    </message>
    <message>
        <source>Folder of several CT</source>
        <translation>Ordner mehrerer CT</translation>
    </message>
    <message>
        <source>CT files</source>
        <translation>CT-Dateien</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>neck to symphysis %1 mm</source>
        <translation>Hals bis Symphyse %1 mm</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::LoadingBar</name>
    <message>
        <source>Reading the scan</source>
        <translation>Scan wird gelesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop reading; everything stays as it is</source>
        <translation>Das Lesen abbrechen; alles bleibt, wie es ist</translation>
    </message>
    <message>
        <source>How much of the scan is read</source>
        <translation>Wie viel vom Scan gelesen ist</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::Log</name>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::LogWindow</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What the program has told since its start</source>
        <translation>Meldungen des Programms seit dem Start</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::MachinesDialog</name>
    <message>
        <source>Train on several machines</source>
        <translation>Auf mehreren Rechnern trainieren</translation>
    </message>
    <message>
        <source>One command for each machine</source>
        <translation>Ein Befehl für jeden Rechner</translation>
    </message>
    <message>
        <source>All machines must see the run&apos;s folder, the recipe and the data set under the same names, and the batches of the recipe must be divisible by their number. Start each line on one machine, the first one on the machine with this address. The window watches the folder.</source>
        <translation>Alle Rechner müssen den Ordner des Laufs, das Rezept und den Datensatz unter denselben Namen sehen, und die Batches des Rezepts müssen durch ihre Zahl teilbar sein. Jede Zeile auf einem Rechner starten, die erste auf dem Rechner mit dieser Adresse. Das Fenster beobachtet den Ordner.</translation>
    </message>
    <message>
        <source>&amp;Machines</source>
        <translation>&amp;Rechner</translation>
    </message>
    <message>
        <source>&amp;Address of the first</source>
        <translation>&amp;Adresse des ersten</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::MainWindow</name>
    <message>
        <source>Skiagraph</source>
        <translation>Skiagraph</translation>
    </message>
    <message>
        <source>Markers and body</source>
        <translation>Marker und Körper</translation>
    </message>
    <message>
        <source>%1 The person made in code is shown.</source>
        <translation>%1 Gezeigt wird die im Programm erzeugte Person.</translation>
    </message>
    <message>
        <source>A file is still to be written; the window closes then. Close it again to leave now.</source>
        <translation>Eine Datei wird noch geschrieben; danach schließt sich das Fenster. Erneut schließen, um das Programm sofort zu verlassen.</translation>
    </message>
    <message>
        <source>%1 The person made in code stands in for it; Locate scan, in the menu File, finds it again.</source>
        <translation>%1 An seiner Stelle steht die im Programm erzeugte Person; „Scan suchen“ im Menü „Datei“ findet ihn wieder.</translation>
    </message>
    <message>
        <source>Skiagraph[*]</source>
        <translation>Skiagraph[*]</translation>
    </message>
    <message>
        <source>%1[*] – Skiagraph</source>
        <translation>%1[*] – Skiagraph</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::MarkerPanel</name>
    <message>
        <source>Release all</source>
        <translation>Alle freigeben</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fixiert</translation>
    </message>
    <message>
        <source>Markers</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>The true place is expected within this distance in 95 of 100 people</source>
        <translation>Der wahre Ort wird bei 95 von 100 Personen innerhalb dieses Abstands erwartet</translation>
    </message>
    <message>
        <source>Held where it is; the other markers answer</source>
        <translation>Bleibt an seinem Ort; die anderen Marker passen sich an</translation>
    </message>
    <message>
        <source>Show the markers of %1</source>
        <translation>Marker zeigen: %1</translation>
    </message>
    <message>
        <source>Show these markers; hidden ones cannot be moved</source>
        <translation>Diese Marker zeigen; ausgeblendete lassen sich nicht verschieben</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Lets the selected marker go where the networks put it</source>
        <translation>Lässt den gewählten Marker der Vorhersage der Netze folgen</translation>
    </message>
    <message>
        <source>Lets every marker go where the networks put it, but for locked ones</source>
        <translation>Lässt alle Marker außer den gesperrten den Vorhersagen der Netze folgen</translation>
    </message>
    <message>
        <source>Left
mm</source>
        <translation>Links
mm</translation>
    </message>
    <message>
        <source>Height
mm</source>
        <translation>Höhe
mm</translation>
    </message>
    <message>
        <source>±
mm</source>
        <translation>±
mm</translation>
    </message>
    <message>
        <source>Δ
mm</source>
        <translation>Δ
mm</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>How far from its pin the network reads the marker in the picture</source>
        <translation>Wie weit von der Fixierung entfernt das Netz den Marker im Bild abliest</translation>
    </message>
    <message>
        <source>Cannot be moved or released by hand</source>
        <translation>Lässt sich nicht von Hand verschieben oder freigeben</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::ModelChoice</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>shipped model</source>
        <translation>mitgeliefertes Modell</translation>
    </message>
    <message>
        <source>installed: %1</source>
        <translation>eingerichtet: %1</translation>
    </message>
    <message>
        <source>run: %1</source>
        <translation>Lauf: %1</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::ModelsPage</name>
    <message>
        <source>&amp;Use this model</source>
        <translation>Dieses Modell &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Back to the shipped model</source>
        <translation>&amp;Zurück zum mitgelieferten Modell</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>The installed models stay where they are</source>
        <translation>Die eingerichteten Modelle bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Copy networks, card and licence to a folder, for another computer</source>
        <translation>Netze, Karte und Lizenz in einen Ordner kopieren, für einen anderen Rechner</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Take a model&apos;s folder from another computer; it is checked first</source>
        <translation>Den Ordner eines Modells von einem anderen Rechner übernehmen; er wird erst geprüft</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Ordner eines Modells</translation>
    </message>
    <message>
        <source>Where the model&apos;s folder goes</source>
        <translation>Wohin der Ordner des Modells kommt</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>Karte des Modells</translation>
    </message>
    <message>
        <source>Measures margins of the markers, scales of fast drafts and the loop&apos;s Jacobian on a data set; once for each model</source>
        <translation>Misst an einem Datensatz Spielräume der Marker, Skalen schneller Entwürfe und die Jacobi-Matrix der Schleife; einmal für jedes Modell</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (in Gebrauch)</translation>
    </message>
    <message>
        <source>shipped model</source>
        <translation>mitgeliefertes Modell</translation>
    </message>
    <message>
        <source>This model has no card.</source>
        <translation>Dieses Modell hat keine Karte.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was imported.</source>
        <translation>„%1“ wurde importiert.</translation>
    </message>
    <message>
        <source>Exported to &quot;%1&quot;.</source>
        <translation>Exportiert nach „%1“.</translation>
    </message>
    <message>
        <source>&amp;Calibrate</source>
        <translation>&amp;Kalibrieren</translation>
    </message>
    <message>
        <source>&amp;Finer X-rays</source>
        <translation>&amp;Feinere Röntgenbilder</translation>
    </message>
    <message>
        <source>Trains the network that shows X-rays twice as fine, for ten minutes or more, on a data set of fine pictures</source>
        <translation>Trainiert das Netz, das Röntgenbilder doppelt so fein zeigt, zehn Minuten oder länger, mit einem Datensatz aus feinen Bildern</translation>
    </message>
    <message>
        <source>On the &amp;data set</source>
        <translation>Mit dem &amp;Datensatz</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::PictureView</name>
    <message>
        <source>No picture yet</source>
        <translation>Noch kein Bild</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::PopulationForm</name>
    <message>
        <source>virtual people</source>
        <translation>virtuelle Personen</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Durch&amp;suchen …</translation>
    </message>
    <message>
        <source>&amp;Make people</source>
        <translation>Personen &amp;erzeugen</translation>
    </message>
    <message>
        <source>Built-in people who differ</source>
        <translation>Eingebaute Personen, die sich unterscheiden</translation>
    </message>
    <message>
        <source>All people; about 85 % of them are to learn from</source>
        <translation>Alle Personen; etwa 85 % davon sind zum Lernen</translation>
    </message>
    <message>
        <source>The same seed makes the same people</source>
        <translation>Derselbe Startwert erzeugt dieselben Personen</translation>
    </message>
    <message>
        <source>Skins under which the inside is drawn anew, to know the error that nobody can beat; 0: not measured</source>
        <translation>Häute, unter denen das Innere neu gezogen wird, um den Fehler zu kennen, den niemand unterbieten kann; 0: nicht gemessen</translation>
    </message>
    <message>
        <source>Quanta per pixel of air, for the noise of a real detector; 0: none</source>
        <translation>Quanten je Pixel Luft, für das Rauschen eines echten Detektors; 0: keines</translation>
    </message>
    <message>
        <source>&amp;Fine pictures, 512 x 384</source>
        <translation>&amp;Feine Bilder, 512 x 384</translation>
    </message>
    <message>
        <source>Built-in phantom: a woman and a man</source>
        <translation>Eingebautes Phantom: eine Frau und ein Mann</translation>
    </message>
    <message>
        <source>Built-in phantom: many who differ</source>
        <translation>Eingebautes Phantom: viele, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Base anatomies (label volumes) in a folder</source>
        <translation>Grundanatomien (Label-Volumen) in einem Ordner</translation>
    </message>
    <message>
        <source>Folder with NAME.nii.gz and its tables</source>
        <translation>Ordner mit NAME.nii.gz und den Tabellen dazu</translation>
    </message>
    <message>
        <source>Four pixels in place of one; training takes longer</source>
        <translation>Vier Pixel statt eines; das Training dauert länger</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;Aus</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>Or&amp;dner</translation>
    </message>
    <message>
        <source>&amp;Built-in people</source>
        <translation>Ein&amp;gebaute Personen</translation>
    </message>
    <message>
        <source>Num&amp;ber of people</source>
        <translation>&amp;Zahl der Personen</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>S&amp;tartwert</translation>
    </message>
    <message>
        <source>Skins for the f&amp;loor</source>
        <translation>&amp;Häute für die Untergrenze</translation>
    </message>
    <message>
        <source>&amp;Quanta per pixel</source>
        <translation>&amp;Quanten je Pixel</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Folder of base anatomies</source>
        <translation>Ordner der Grundanatomien</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>no noise</source>
        <translation>kein Rauschen</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::PopulationView</name>
    <message>
        <source>Spread of landmarks</source>
        <translation>Streuung der Landmarken</translation>
    </message>
    <message>
        <source>Landmark</source>
        <translation>Landmarke</translation>
    </message>
    <message>
        <source>Total SD, mm</source>
        <translation>Gesamte SD, mm</translation>
    </message>
    <message>
        <source>Unexplained SD, mm</source>
        <translation>Unerklärte SD, mm</translation>
    </message>
    <message>
        <source>Unexplained sideways, mm</source>
        <translation>Unerklärt seitlich, mm</translation>
    </message>
    <message>
        <source>Floor, cm</source>
        <translation>Untergrenze, cm</translation>
    </message>
    <message>
        <source>Floor, 95 %</source>
        <translation>Untergrenze, 95 %</translation>
    </message>
    <message>
        <source>Spread of measures</source>
        <translation>Streuung der Maße</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>Head-feet positions on a scanner&apos;s table beside those of NAKO MRI (Kats et al. 2025), and what their network leaves. Unexplained: the interior drawn again under one skin. Floor: mean distance from the mean of such draws. A dash: not measured.</source>
        <translation>Lagen längs des Körpers auf einem Scannertisch neben denen aus NAKO-MRT (Kats et al. 2025) und dem, was deren Netz offen lässt. Unerklärt: das Innere unter einer Haut neu gezogen. Untergrenze: mittlerer Abstand vom Mittel solcher Ziehungen. Strich: nicht gemessen.</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Landmarken</translation>
    </message>
    <message>
        <source>Stature to hips beside Gordon et al., 2012 Anthropometric Survey of U.S. Army Personnel; lungs and kidneys beside published values.</source>
        <translation>Körperhöhe bis Hüfte neben Gordon et al., 2012 Anthropometric Survey of U.S. Army Personnel; Lungen und Nieren neben veröffentlichten Werten.</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Maße</translation>
    </message>
    <message>
        <source>%1 people. In brackets: the published figure, and how far ours is from it.</source>
        <translation>%1 Personen. In Klammern: der veröffentlichte Wert und der Abstand zu ihm.</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::RangePanel</name>
    <message>
        <source>Region of the scan</source>
        <translation>Region des Scans</translation>
    </message>
    <message>
        <source>From where to where a CT is to be taken: proposed from the markers</source>
        <translation>Von wo bis wo ein CT aufgenommen werden soll: aus den Markern vorgeschlagen</translation>
    </message>
    <message>
        <source>No scan range</source>
        <translation>Kein Scanbereich</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Height as in the list of markers; up and down keys move it by 1 mm</source>
        <translation>Höhe wie in der Liste der Marker; die Tasten auf und ab bewegen sie um 1 mm</translation>
    </message>
    <message>
        <source>Start of the scan range, mm</source>
        <translation>Anfang des Scanbereichs, mm</translation>
    </message>
    <message>
        <source>End of the scan range, mm</source>
        <translation>Ende des Scanbereichs, mm</translation>
    </message>
    <message>
        <source>Length of the scan range, mm</source>
        <translation>Länge des Scanbereichs, mm</translation>
    </message>
    <message>
        <source>Moves the end</source>
        <translation>Verschiebt das Ende</translation>
    </message>
    <message>
        <source>Right side of the scan range, mm</source>
        <translation>Rechte Seite des Scanbereichs, mm</translation>
    </message>
    <message>
        <source>The patient&apos;s right side; minus is right of the middle</source>
        <translation>Die rechte Seite der Person; minus ist rechts der Mitte</translation>
    </message>
    <message>
        <source>Left side of the scan range, mm</source>
        <translation>Linke Seite des Scanbereichs, mm</translation>
    </message>
    <message>
        <source>The patient&apos;s left side; plus is left of the middle</source>
        <translation>Die linke Seite der Person; plus ist links der Mitte</translation>
    </message>
    <message>
        <source>Width of the scan range, mm</source>
        <translation>Breite des Scanbereichs, mm</translation>
    </message>
    <message>
        <source>Field of view: moves both sides away from the middle</source>
        <translation>Messfeld: bewegt beide Seiten von der Mitte weg</translation>
    </message>
    <message>
        <source>Margin of the scan range, mm</source>
        <translation>Sicherheitsrand des Scanbereichs, mm</translation>
    </message>
    <message>
        <source>Beyond the markers at both ends</source>
        <translation>Über die Marker hinaus, an beiden Enden</translation>
    </message>
    <message>
        <source>As calibrated</source>
        <translation>Wie kalibriert</translation>
    </message>
    <message>
        <source>As much at each end as it takes to hold both true ends in 95 of 100 people; wider where the markers are less sure</source>
        <translation>An jedem Ende so viel, dass beide wahren Enden bei 95 von 100 Personen darin liegen; mehr, wo die Marker weniger sicher sind</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Sicherheitsrand</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Rechte Seite</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Linke Seite</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Reset to automatic</source>
        <translation>Auf automatisch setzen</translation>
    </message>
    <message>
        <source>All lines where the program has them, with the calibrated margin</source>
        <translation>Alle Linien, wo das Programm sie hat, mit dem kalibrierten Sicherheitsrand</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Choose a region: the program proposes from where to where to scan, and shows it on X-ray and body.</source>
        <translation>Eine Region wählen: Das Programm schlägt vor, von wo bis wo zu scannen ist, und zeigt es auf Röntgenbild und Körper.</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>von Hand gesetzt</translation>
    </message>
    <message>
        <source>top of the head</source>
        <translation>Scheitel</translation>
    </message>
    <message>
        <source>%1 and %2 mm</source>
        <translation>%1 und %2 mm</translation>
    </message>
    <message>
        <source>A line was moved by hand: no share of people is promised.</source>
        <translation>Eine Linie wurde von Hand verschoben: Für keinen Anteil von Personen wird etwas versprochen.</translation>
    </message>
    <message>
        <source>The margin was set by hand: no share of people is promised.</source>
        <translation>Der Sicherheitsrand wurde von Hand gesetzt: Für keinen Anteil von Personen wird etwas versprochen.</translation>
    </message>
    <message>
        <source>Both ends hold the true ones in 95 of 100 people.</source>
        <translation>Bei 95 von 100 Personen liegen beide wahren Enden darin.</translation>
    </message>
    <message>
        <source>From the landmark %1 (± %2 mm): start %3, end %4.</source>
        <translation>Ab der Landmarke %1 (± %2 mm): Anfang %3, Ende %4.</translation>
    </message>
    <message>
        <source>In the scan&apos;s own coordinates, along %1: from %2 to %3 mm.</source>
        <translation>In den Koordinaten des Scans, entlang %1: von %2 bis %3 mm.</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::RecipePage</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Rezepte</translation>
    </message>
    <message>
        <source>Train with this recipe</source>
        <translation>Mit diesem Rezept trainieren</translation>
    </message>
    <message>
        <source>Recipe, as JSON</source>
        <translation>Rezept, als JSON</translation>
    </message>
    <message>
        <source>What the field means</source>
        <translation>Was das Feld bedeutet</translation>
    </message>
    <message>
        <source>Name of a recipe of your own</source>
        <translation>Name eines eigenen Rezepts</translation>
    </message>
    <message>
        <source>This recipe can be used: %1 stages with %2 steps.</source>
        <translation>Dieses Rezept ist brauchbar: %1 Stufen mit %2 Schritten.</translation>
    </message>
    <message>
        <source>Saved as &quot;%1&quot;.</source>
        <translation>Als „%1“ gespeichert.</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::RecoveryBar</name>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Go on with it; it is not saved yet</source>
        <translation>Damit weiterarbeiten; gespeichert ist die Sitzung noch nicht</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Remove it for good</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>The window ended unexpectedly, and a session of %1 was not saved. Recover it?</source>
        <translation>Das Fenster wurde unerwartet beendet, und eine Sitzung vom %1 war nicht gespeichert. Wiederherstellen?</translation>
    </message>
    <message>
        <source>The window ended unexpectedly, and changes of %1 in “%2” were not saved. Recover them?</source>
        <translation>Das Fenster wurde unerwartet beendet, und Änderungen vom %1 in „%2“ waren nicht gespeichert. Wiederherstellen?</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::RunsPage</name>
    <message>
        <source>Training runs</source>
        <translation>Trainingsläufe</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Getan</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Noch</translation>
    </message>
    <message>
        <source>&amp;Open a run…</source>
        <translation>Einen Lauf &amp;öffnen …</translation>
    </message>
    <message>
        <source>Watch a run whose folder is elsewhere: of the command line or of another machine</source>
        <translation>Einen Lauf beobachten, dessen Ordner anderswo ist: von der Befehlszeile oder von einem anderen Rechner</translation>
    </message>
    <message>
        <source>Take o&amp;ff the list</source>
        <translation>Von der Liste &amp;nehmen</translation>
    </message>
    <message>
        <source>A run that was opened from elsewhere; nothing is deleted</source>
        <translation>Ein Lauf, der von anderswo geöffnet wurde; nichts wird gelöscht</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>The run waits and keeps its memory</source>
        <translation>Der Lauf wartet und behält seinen Speicher</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>The run keeps what it has learned, and ends</source>
        <translation>Der Lauf behält, was er gelernt hat, und endet</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>Vom letzten Sicherungspunkt weitermachen</translation>
    </message>
    <message>
        <source>Pro&amp;long by</source>
        <translation>Ver&amp;längern um</translation>
    </message>
    <message>
        <source>Train the last stage once more, with so many steps</source>
        <translation>Die letzte Stufe noch einmal trainieren, mit so vielen Schritten</translation>
    </message>
    <message>
        <source>Several &amp;machines…</source>
        <translation>Mehrere &amp;Rechner …</translation>
    </message>
    <message>
        <source>The commands that resume the run on several machines</source>
        <translation>Die Befehle, die den Lauf auf mehreren Rechnern fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Use these networks</source>
        <translation>Diese Netze &amp;verwenden</translation>
    </message>
    <message>
        <source>Install them as the active model</source>
        <translation>Sie als aktives Modell einrichten</translation>
    </message>
    <message>
        <source> steps</source>
        <translation> Schritte</translation>
    </message>
    <message>
        <source>Steps to prolong the run by</source>
        <translation>Schritte, um die der Lauf verlängert wird</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Choose a run, or begin one under &quot;Recipe&quot;.</source>
        <translation>Einen Lauf wählen oder unter „Rezept“ einen beginnen.</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Errors on validation people</source>
        <translation>Fehler an Validierungspersonen</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Open the folder of a run</source>
        <translation>Den Ordner eines Laufs öffnen</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::SampleView</name>
    <message>
        <source>True X-rays, and the predicted ones below them</source>
        <translation>Wahre Röntgenbilder, und darunter die vorhergesagten</translation>
    </message>
    <message>
        <source>Sample picture, from the first to the newest</source>
        <translation>Beispielbild, vom ersten bis zum neuesten</translation>
    </message>
    <message>
        <source>The same people as training goes on: true X-rays above, predicted ones below</source>
        <translation>Dieselben Personen im Lauf des Trainings: oben die wahren Röntgenbilder, unten die vorhergesagten</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::SizeRow</name>
    <message>
        <source>%1 given</source>
        <translation>%1 vorgegeben</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation>%1, Regler</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 measured</source>
        <translation>%1 gemessen</translation>
    </message>
    <message>
        <source>%1. Not ticked, it follows from the others.</source>
        <translation>%1. Ohne Häkchen ergibt sich das Maß aus den anderen.</translation>
    </message>
    <message>
        <source>%1, measured on the body that is shown</source>
        <translation>%1, am gezeigten Körper gemessen</translation>
    </message>
    <message>
        <source>Leave %1 open</source>
        <translation>„%1“ offen lassen</translation>
    </message>
    <message>
        <source>Change %1 to %2 %3</source>
        <translation>„%1“ auf %2 %3 ändern</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::StartForm</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>Durch&amp;suchen …</translation>
    </message>
    <message>
        <source>S&amp;tart training</source>
        <translation>&amp;Training beginnen</translation>
    </message>
    <message>
        <source>a graphics card where there is one</source>
        <translation>eine Grafikkarte, wo es eine gibt</translation>
    </message>
    <message>
        <source>processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>a graphics card (CUDA)</source>
        <translation>eine Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>&amp;Data set</source>
        <translation>&amp;Datensatz</translation>
    </message>
    <message>
        <source>Begins &amp;with</source>
        <translation>Beginnt &amp;mit</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>&amp;Name of the run</source>
        <translation>&amp;Name des Laufs</translation>
    </message>
    <message>
        <source>Folder of the networks to begin with</source>
        <translation>Ordner der Netze, mit denen begonnen wird</translation>
    </message>
    <message>
        <source>folder of networks of the recipe %1</source>
        <translation>Ordner mit Netzen des Rezepts %1</translation>
    </message>
    <message>
        <source>untrained networks</source>
        <translation>untrainierte Netze</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::StatusLine</name>
    <message>
        <source>Loading the networks</source>
        <translation>Netze werden geladen</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Berechnung läuft</translation>
    </message>
    <message>
        <source>%1, model %2</source>
        <translation>%1, Modell %2</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1 ms a frame</source>
        <translation>%1 ms pro Bild</translation>
    </message>
    <message>
        <source>At rest; iterations: %1, %2 ms each</source>
        <translation>Stabil; Iterationen: %1 zu je %2 ms</translation>
    </message>
    <message>
        <source>Not at rest; iterations: %1, %2 ms each</source>
        <translation>Nicht stabil; Iterationen: %1 zu je %2 ms</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::TaskRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stopping; what was made so far is kept</source>
        <translation>Hält an; was bisher entstand, bleibt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>%1, about %2 left</source>
        <translation>%1, noch etwa %2</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::TrainingDataPanel</name>
    <message>
        <source>Mark points in the X-ray. From them other X-rays of this body are made, in which organs lie elsewhere and the points are followed: training data for programs that find such points.</source>
        <translation>Punkte im Röntgenbild markieren. Daraus entstehen andere Röntgenbilder dieses Körpers, in denen Organe anderswo liegen und den Punkten gefolgt wird: Trainingsdaten für Programme, die solche Punkte finden.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removes the point that is chosen in the list</source>
        <translation>Entfernt den Punkt, der in der Liste gewählt ist</translation>
    </message>
    <message>
        <source>Mark points</source>
        <translation>Punkte markieren</translation>
    </message>
    <message>
        <source>Marked points</source>
        <translation>Markierte Punkte</translation>
    </message>
    <message>
        <source>Double click a name to change it</source>
        <translation>Doppelklick auf einen Namen ändert ihn</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Left, mm</source>
        <translation>Links, mm</translation>
    </message>
    <message>
        <source>Height, mm</source>
        <translation>Höhe, mm</translation>
    </message>
    <message>
        <source>Besides the X-ray that is marked</source>
        <translation>Neben dem Röntgenbild, das markiert ist</translation>
    </message>
    <message>
        <source>together, as among people</source>
        <translation>gemeinsam, wie unter Menschen</translation>
    </message>
    <message>
        <source>each by itself</source>
        <translation>jeder für sich</translation>
    </message>
    <message>
        <source>Together: as organs of people vary who could wear this skin</source>
        <translation>Gemeinsam: wie Organe von Menschen variieren, die diese Haut tragen könnten</translation>
    </message>
    <message>
        <source>Pictures of each body</source>
        <translation>Bilder je Körper</translation>
    </message>
    <message>
        <source>Markers move</source>
        <translation>Marker bewegen sich</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>Add sessions…</source>
        <translation>Sitzungen hinzufügen …</translation>
    </message>
    <message>
        <source>Saved sessions in which points of the same names are marked</source>
        <translation>Gespeicherte Sitzungen, in denen Punkte mit denselben Namen markiert sind</translation>
    </message>
    <message>
        <source>This one alone</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Make training data…</source>
        <translation>Trainingsdaten erzeugen …</translation>
    </message>
    <message>
        <source>Add sessions</source>
        <translation>Sitzungen hinzufügen</translation>
    </message>
    <message>
        <source>Sessions (*.skiagraph)</source>
        <translation>Sitzungen (*.skiagraph)</translation>
    </message>
    <message>
        <source>Folder for the training data</source>
        <translation>Ordner für die Trainingsdaten</translation>
    </message>
    <message>
        <source> times as much</source>
        <translation>-mal so viel</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>Nothing in the X-ray of the moved markers looks like this point; mark it again</source>
        <translation>Nichts im Röntgenbild der bewegten Marker sieht aus wie dieser Punkt; ihn neu markieren</translation>
    </message>
    <message>
        <source>Of this body</source>
        <translation>Von diesem Körper</translation>
    </message>
    <message>
        <source>%1 pictures are in &quot;%2&quot;; %3 were left out because a point could not be followed.</source>
        <translation>%1 Bilder liegen in „%2“; %3 blieben weg, weil einem Punkt nicht gefolgt werden konnte.</translation>
    </message>
    <message>
        <source>Of this body, and of other sessions: %1</source>
        <translation>Von diesem Körper und weiteren Sitzungen: %1</translation>
    </message>
    <message>
        <source>How far markers move: times as far as people vary, or mm to each side</source>
        <translation>Wie weit sich Marker bewegen: Vielfaches dessen, wie Menschen variieren, oder mm nach jeder Seite</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::TrainingHub</name>
    <message>
        <source>the shipped model</source>
        <translation>das mitgelieferte Modell</translation>
    </message>
    <message>
        <source>The main window uses %1 now.</source>
        <translation>Das Hauptfenster verwendet jetzt: %1.</translation>
    </message>
    <message>
        <source>Pictures of %1 have another size; the main window uses it from its next start on.</source>
        <translation>Bilder von %1 haben eine andere Größe; das Hauptfenster verwendet es ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::TrainingWindow</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Daten</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>&amp;Rezept</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>&amp;Auswerten</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>Another &amp;folder…</source>
        <translation>Ein anderer &amp;Ordner …</translation>
    </message>
    <message>
        <source>Where data sets, recipes and runs are kept</source>
        <translation>Wo Datensätze, Rezepte und Läufe liegen</translation>
    </message>
    <message>
        <source>Data sets, recipes and runs are in %1.</source>
        <translation>Datensätze, Rezepte und Läufe liegen in %1.</translation>
    </message>
    <message>
        <source>Folder for data sets, recipes and runs</source>
        <translation>Ordner für Datensätze, Rezepte und Läufe</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::TrustStrip</name>
    <message>
        <source>Remarks on body and X-ray</source>
        <translation>Anmerkungen zu Körper und Röntgenbild</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Turn the body round</source>
        <translation>Körper umdrehen</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>Importeinstellungen…</translation>
    </message>
    <message>
        <source>Do not show this again for this body</source>
        <translation>Für diesen Körper nicht mehr zeigen</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation>Ausblenden: %1</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::WhatIsThis</name>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>Touch here to close.</source>
        <translation>Zum Schließen hier berühren.</translation>
    </message>
    <message>
        <source>Skiagraph computes the X-ray that would lie inside a body, from the body&apos;s surface alone. Neural networks have learned from virtual patients how outside and inside belong together.</source>
        <translation>Skiagraph berechnet allein aus der Oberfläche eines Körpers das Röntgenbild, das darin läge. Neuronale Netze haben an virtuellen Patienten gelernt, wie Äußeres und Inneres zusammengehören.</translation>
    </message>
    <message>
        <source>17 markers, from the neck to the hip joints, lie on body and X-ray. Whoever knows better drags one, and the networks compute a new X-ray in which all others answer.</source>
        <translation>17 Marker, vom Hals bis zu den Hüftgelenken, liegen auf Körper und Röntgenbild. Wer es besser weiß, zieht einen, und die Netze berechnen ein neues Röntgenbild, in dem alle anderen antworten.</translation>
    </message>
    <message>
        <source>The surface does not determine the inside: what is seen is one likely case and nobody&apos;s real anatomy. This is research software after a method of 2018 (Teixeira and others), not a medical device. Nothing is saved here.</source>
        <translation>Die Oberfläche bestimmt das Innere nicht: Zu sehen ist ein wahrscheinlicher Fall und niemandes wirkliche Anatomie. Das ist Forschungssoftware nach einem Verfahren von 2018 (Teixeira und andere), kein Medizinprodukt. Gespeichert wird hier nichts.</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::WipeView</name>
    <message>
        <source>Choose two models and compare them</source>
        <translation>Zwei Modelle wählen und vergleichen</translation>
    </message>
    <message>
        <source>Synthetic images, research use, not for diagnosis</source>
        <translation>Synthetische Bilder, nur für die Forschung, nicht zur Diagnose</translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::XrayView</name>
    <message>
        <source>X-ray</source>
        <translation>Röntgenbild</translation>
    </message>
    <message>
        <source>left %1 mm, height %2 mm, attenuation %3</source>
        <translation>links %1 mm, Höhe %2 mm, Schwächung %3</translation>
    </message>
    <message>
        <source>%1, before %2</source>
        <translation>%1, vorher %2</translation>
    </message>
</context>
</TS>
