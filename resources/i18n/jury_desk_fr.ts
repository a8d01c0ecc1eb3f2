<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ActBar</name>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>+1 min…</source>
        <translation>+1&#xa0;min…</translation>
    </message>
    <message>
        <source>Begun earlier…</source>
        <translation>Commencé plus tôt…</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Passage…</source>
        <translation>Passage…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Decide about the interruption first.</source>
        <translation>Décidez d’abord de l’interruption.</translation>
    </message>
    <message>
        <source>The desk is locked: L unlocks it.</source>
        <translation>Le poste est verrouillé&#xa0;: L le déverrouille.</translation>
    </message>
    <message>
        <source>Nothing starts now: F8 goes on.</source>
        <translation>Rien ne démarre maintenant&#xa0;: F8 fait la suite.</translation>
    </message>
</context>
<context>
    <name>ActPanel</name>
    <message>
        <source>Leave</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ActWords</name>
    <message>
        <source>Meeting…</source>
        <translation>Réunion…</translation>
    </message>
    <message>
        <source>Separate a tie…</source>
        <translation>Départager…</translation>
    </message>
    <message>
        <source>Vote…</source>
        <translation>Voter…</translation>
    </message>
    <message>
        <source>Adopt the ranking…</source>
        <translation>Arrêter le classement…</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Publier…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Décider…</translation>
    </message>
    <message>
        <source>Proclaim…</source>
        <translation>Proclamer…</translation>
    </message>
    <message>
        <source>Rectify an error…</source>
        <translation>Rectifier une erreur…</translation>
    </message>
    <message>
        <source>Decision of the authority…</source>
        <translation>Décision de l’autorité…</translation>
    </message>
    <message>
        <source>Call the reserve list…</source>
        <translation>Appeler la liste complémentaire…</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) still incomplete: complete them under Mark.</source>
        <translation>
            <numerusform>%n grille encore incomplète&#xa0;: complétez-la dans Noter.</numerusform>
            <numerusform>%n grilles encore incomplètes&#xa0;: complétez-les dans Noter.</numerusform>
        </translation>
    </message>
    <message>
        <source>The quorum is not reached: see who is present under Prepare.</source>
        <translation>Le quorum n’est pas atteint&#xa0;: vérifiez les présences dans Préparer.</translation>
    </message>
    <message>
        <source>No project is tied with another one: there is nothing to separate.</source>
        <translation>Aucun projet n’est ex æquo&#xa0;: il n’y a rien à départager.</translation>
    </message>
    <message>
        <source>Projects are tied across the line of the places: separate them, or adopt a ranking.</source>
        <translation>Des projets sont ex æquo à la limite des places&#xa0;: départagez-les, ou arrêtez un classement.</translation>
    </message>
    <message>
        <source>Marks have changed since the ranking was adopted: adopt it again.</source>
        <translation>Des notes ont changé depuis que le classement est arrêté&#xa0;: arrêtez-le de nouveau.</translation>
    </message>
    <message>
        <source>The jury has not adopted a ranking yet.</source>
        <translation>Le jury n’a pas encore arrêté de classement.</translation>
    </message>
    <message numerus="yes">
        <source>%n project(s) without a decision: decide first.</source>
        <translation>
            <numerusform>%n projet sans décision&#xa0;: décidez d’abord.</numerusform>
            <numerusform>%n projets sans décision&#xa0;: décidez d’abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>The session is still open: close it first, under Session.</source>
        <translation>La séance est encore ouverte&#xa0;: closez-la d’abord, sous Séance.</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) depart from the rules without a reason: write it in the decision.</source>
        <translation>
            <numerusform>%n décision s’écarte du règlement sans motifs&#xa0;: écrivez-les dans la décision.</numerusform>
            <numerusform>%n décisions s’écartent du règlement sans motifs&#xa0;: écrivez-les dans les décisions.</numerusform>
        </translation>
    </message>
    <message>
        <source>The results are proclaimed.</source>
        <translation>Les résultats sont proclamés.</translation>
    </message>
    <message>
        <source>The results are not proclaimed yet.</source>
        <translation>Les résultats ne sont pas encore proclamés.</translation>
    </message>
    <message>
        <source>No project is on the reserve list.</source>
        <translation>Aucun projet n’est sur la liste complémentaire.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>New edition…</source>
        <translation>Nouvelle édition…</translation>
    </message>
    <message>
        <source>Discover the example</source>
        <translation>Découvrir l’exemple</translation>
    </message>
    <message>
        <source>Import candidacies…</source>
        <translation>Importer des candidatures…</translation>
    </message>
    <message>
        <source>Verify minutes…</source>
        <translation>Vérifier un procès-verbal…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Close the edition</source>
        <translation>Fermer l’édition</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Search for an action</source>
        <translation>Rechercher une action</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>Caractères plus grands</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>Caractères plus petits</translation>
    </message>
    <message>
        <source>Type at 100 %</source>
        <translation>Caractères à 100&#xa0;%</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Help and shortcuts</source>
        <translation>Aide et raccourcis</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>AdmissionForm</name>
    <message>
        <source>Admit the mark</source>
        <translation>Admettre la note</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Passage missed</source>
        <translation>Passage manqué</translation>
    </message>
    <message>
        <source>Why the chair admits the mark</source>
        <translation>Pourquoi la présidence admet la note</translation>
    </message>
    <message>
        <source>Say why: the minutes print it.</source>
        <translation>Donnez le motif&#xa0;: le procès-verbal l’imprime.</translation>
    </message>
</context>
<context>
    <name>AdoptionPanel</name>
    <message>
        <source>Adopt the ranking</source>
        <translation>Arrêter le classement</translation>
    </message>
    <message>
        <source>Adopt this ranking</source>
        <translation>Arrêter ce classement</translation>
    </message>
    <message>
        <source>Asked for when a place differs from the computed one</source>
        <translation>Exigé si un rang diffère du classement arithmétique</translation>
    </message>
    <message>
        <source>The computed ranking is a proposal and stays on file. Change a place only when the jury has so decided: the minutes print both rankings and the reason.</source>
        <translation>Le classement arithmétique est une proposition et reste au dossier. Ne changez un rang que si le jury en a décidé ainsi&#xa0;: le procès-verbal donne les deux classements et le motif.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>By the vote</source>
        <translation>Par le vote</translation>
    </message>
    <message>
        <source>No vote</source>
        <translation>Sans vote</translation>
    </message>
    <message>
        <source>A place: 1, 2, 3…</source>
        <translation>Un rang&#xa0;: 1, 2, 3…</translation>
    </message>
</context>
<context>
    <name>AmendmentCard</name>
    <message>
        <source>What made this change necessary; the minutes print it.</source>
        <translation>Ce qui a rendu ce changement nécessaire&#x202f;; le procès-verbal l’imprime.</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>restent</translation>
    </message>
    <message>
        <source>are all cleared</source>
        <translation>sont toutes effacées</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>en vigueur</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Rien n’est encore modifié.</translation>
    </message>
    <message>
        <source>Give the amendment up</source>
        <translation>Abandonner la modification</translation>
    </message>
    <message>
        <source>The amendment</source>
        <translation>La modification</translation>
    </message>
    <message>
        <source>The rules in force stay so until the amendment is frozen in its turn; both versions are kept and printed with the reason. What you write meanwhile is kept.</source>
        <translation>Le règlement en vigueur le reste jusqu’au gel de la modification&#x202f;; les deux versions sont conservées et imprimées avec le motif. Ce que vous écrivez d’ici là est enregistré.</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>The marks given so far</source>
        <translation>Les notes déjà données</translation>
    </message>
    <message>
        <source>Freeze version {number}</source>
        <translation>Geler la version {number}</translation>
    </message>
    <message>
        <source>say why</source>
        <translation>dites pourquoi</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) stay as given</source>
        <translation>
            <numerusform>%n note reste telle quelle</numerusform>
            <numerusform>%n notes restent telles quelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) are cleared</source>
        <translation>
            <numerusform>%n note est effacée</numerusform>
            <numerusform>%n notes sont effacées</numerusform>
        </translation>
    </message>
    <message>
        <source>no mark has been given yet</source>
        <translation>aucune note n’a encore été donnée</translation>
    </message>
    <message numerus="yes">
        <source>%n complete sheet(s) will wait for the marks of a new criterion</source>
        <translation>
            <numerusform>%n grille complète attendra la note d’un nouveau critère</numerusform>
            <numerusform>%n grilles complètes attendront les notes d’un nouveau critère</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) will lack the comment now asked for</source>
        <translation>
            <numerusform>il manquera à %n note le commentaire désormais demandé</numerusform>
            <numerusform>il manquera à %n notes le commentaire désormais demandé</numerusform>
        </translation>
    </message>
    <message>
        <source>the jury will have to confirm the ranking it has adopted</source>
        <translation>le jury devra confirmer le classement qu’il a arrêté</translation>
    </message>
    <message>
        <source>The results are proclaimed: open a rectification before amending the rules.</source>
        <translation>Les résultats sont proclamés&#xa0;: ouvrez une rectification avant de modifier le règlement.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more mark(s)</source>
        <translation>
            <numerusform>et %n autre note</numerusform>
            <numerusform>et %n autres notes</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the scale, or clear the marks given so far.</source>
        <translation>Gardez le barème, ou effacez les notes déjà données.</translation>
    </message>
    <message>
        <source>{mark} for “{candidacy}” is no mark of the new scale of “{criterion}”</source>
        <translation>{mark} pour «&#xa0;{candidacy}&#xa0;» n’est pas une note du nouveau barème de «&#xa0;{criterion}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>AnswersModel</name>
    <message>
        <source>The ranking then</source>
        <translation>Le classement alors</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Retenus</translation>
    </message>
    <message>
        <source>–  cannot be told</source>
        <translation>–  on ne peut le dire</translation>
    </message>
    <message>
        <source>!  others</source>
        <translation>!  d’autres</translation>
    </message>
    <message>
        <source>✓  the same</source>
        <translation>✓  les mêmes</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Reading {file}…</source>
        <translation>Lecture de {file}…</translation>
    </message>
    <message>
        <source>Verifying {file}…</source>
        <translation>Vérification de {file}…</translation>
    </message>
</context>
<context>
    <name>AskLine</name>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Renoncer</translation>
    </message>
</context>
<context>
    <name>AuthorityPanel</name>
    <message>
        <source>Decision of the authority</source>
        <translation>Décision de l’autorité</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>Enregistrer la décision</translation>
    </message>
    <message>
        <source>Candidacy</source>
        <translation>Candidature</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>In its own words</source>
        <translation>Dans ses termes</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Autorité</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>Prise le</translation>
    </message>
    <message>
        <source>Reason, where it departs from the jury</source>
        <translation>Motif, si elle s’écarte du jury</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>What is still missing</source>
        <translation>Ce qui manque encore</translation>
    </message>
</context>
<context>
    <name>BenchWords</name>
    <message numerus="yes">
        <source>%n voting member(s) present</source>
        <translation>
            <numerusform>%n voix délibérative présente</numerusform>
            <numerusform>%n voix délibératives présentes</numerusform>
        </translation>
    </message>
    <message>
        <source>quorum {quorum}</source>
        <translation>quorum {quorum}</translation>
    </message>
    <message>
        <source>{name} presides</source>
        <translation>{name} préside</translation>
    </message>
    <message>
        <source>{names} leaves: recused</source>
        <translation>{names} se retire&#xa0;: déport</translation>
    </message>
</context>
<context>
    <name>BooksModel</name>
    <message>
        <source>Juror</source>
        <translation>Juré</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
</context>
<context>
    <name>CallPage</name>
    <message>
        <source>received</source>
        <translation>reçues</translation>
    </message>
    <message>
        <source>admissible</source>
        <translation>recevables</translation>
    </message>
    <message>
        <source>inadmissible</source>
        <translation>irrecevables</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retirées</translation>
    </message>
    <message>
        <source>to be examined</source>
        <translation>à examiner</translation>
    </message>
    <message>
        <source>Candidacies received</source>
        <translation>Candidatures reçues</translation>
    </message>
    <message>
        <source>Open the candidacies</source>
        <translation>Voir les candidatures</translation>
    </message>
    <message>
        <source>No candidacy yet</source>
        <translation>Aucune candidature pour l’instant</translation>
    </message>
    <message>
        <source>Import the spreadsheet that the call produced; nothing is written before you have seen it.</source>
        <translation>Importez le tableau issu de l’appel&#xa0;; rien n’est écrit avant que vous l’ayez vu.</translation>
    </message>
    <message>
        <source>Import candidacies…</source>
        <translation>Importer des candidatures…</translation>
    </message>
    <message>
        <source>Ref.</source>
        <translation>Réf.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Porteurs</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Déposée le</translation>
    </message>
    <message>
        <source>Admissibility</source>
        <translation>Recevabilité</translation>
    </message>
</context>
<context>
    <name>CandidaciesPage</name>
    <message>
        <source>Candidacies</source>
        <translation>Candidatures</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Search in everything the candidacies say</source>
        <translation>Chercher dans tout ce que disent les candidatures</translation>
    </message>
    <message>
        <source>Search in the candidacies</source>
        <translation>Chercher dans les candidatures</translation>
    </message>
    <message>
        <source>No candidacy yet</source>
        <translation>Aucune candidature pour l’instant</translation>
    </message>
    <message>
        <source>Import the spreadsheet that the call produced: from a form, an online procedure or a workbook. Nothing is written before you have seen what it would do.</source>
        <translation>Importez le tableau issu de l’appel&#xa0;: formulaire, démarche en ligne ou classeur. Rien n’est écrit avant que vous ayez vu ce que l’import ferait.</translation>
    </message>
    <message>
        <source>Import candidacies…</source>
        <translation>Importer des candidatures…</translation>
    </message>
    <message>
        <source>Ref.</source>
        <translation>Réf.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Porteurs</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Admissibility</source>
        <translation>Recevabilité</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Où elle en est</translation>
    </message>
    <message>
        <source>No candidacy holds these words.</source>
        <translation>Aucune candidature ne contient ces mots.</translation>
    </message>
    <message numerus="yes">
        <source>%n candidacy(ies)</source>
        <translation>
            <numerusform>%n candidature</numerusform>
            <numerusform>%n candidatures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be examined</source>
        <translation>
            <numerusform>%n à examiner</numerusform>
            <numerusform>%n à examiner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n admissible</source>
        <translation>
            <numerusform>%n recevable</numerusform>
            <numerusform>%n recevables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inadmissible</source>
        <translation>
            <numerusform>%n irrecevable</numerusform>
            <numerusform>%n irrecevables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawn</source>
        <translation>
            <numerusform>%n retirée</numerusform>
            <numerusform>%n retirées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CandidacyPanel</name>
    <message>
        <source>Candidacy</source>
        <translation>Candidature</translation>
    </message>
    <message>
        <source>Choose a candidacy to read all of it here.</source>
        <translation>Choisissez une candidature pour la lire ici en entier.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Porteurs</translation>
    </message>
    <message>
        <source>Way through the stages</source>
        <translation>Parcours</translation>
    </message>
    <message>
        <source>Reason, as it will be told and printed</source>
        <translation>Motif, tel qu’il sera communiqué et imprimé</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Say why: the person concerned has a right to know.</source>
        <translation>Indiquez le motif&#xa0;: la personne concernée a le droit de le connaître.</translation>
    </message>
</context>
<context>
    <name>CarryOverEditor</name>
    <message>
        <source>Leave the weights empty when only this stage counts; each one is divided by their sum.</source>
        <translation>Laissez les poids vides si cette étape compte seule&#x202f;; chacun est divisé par leur somme.</translation>
    </message>
</context>
<context>
    <name>CausePanel</name>
    <message>
        <source>Incident: the clock has stopped</source>
        <translation>Incident&#xa0;: le chronomètre est arrêté</translation>
    </message>
    <message>
        <source>Note the cause</source>
        <translation>Noter la cause</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>projector</source>
        <translation>vidéoprojecteur</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>sonorisation</translation>
    </message>
    <message>
        <source>computer</source>
        <translation>ordinateur</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>alarme</translation>
    </message>
    <message>
        <source>indisposition</source>
        <translation>malaise</translation>
    </message>
    <message>
        <source>Nothing is counted until Space lets the clock go on.</source>
        <translation>Rien n’est décompté tant que la touche Espace n’a pas relancé le chronomètre.</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>Checklist of the minutes</source>
        <translation>Liste de contrôle du procès-verbal</translation>
    </message>
    <message>
        <source>The minutes stay provisional until nothing that they must contain is blank.</source>
        <translation>Le procès-verbal reste provisoire tant qu’un point obligatoire est vide.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) still blank</source>
        <translation>
            <numerusform>%n point obligatoire encore vide</numerusform>
            <numerusform>%n points obligatoires encore vides</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete: nothing is missing</source>
        <translation>Complet&#xa0;: rien ne manque</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Enter leads to where it is filled in.</source>
        <translation>Entrée mène là où cela se remplit.</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>TIME</source>
        <translation>TEMPS</translation>
    </message>
    <message>
        <source>CONCLUDE</source>
        <translation>CONCLURE</translation>
    </message>
    <message>
        <source>OVERTIME</source>
        <translation>DÉPASSEMENT</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>PAUSE</translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation>TERMINÉ</translation>
    </message>
</context>
<context>
    <name>ClockPanel</name>
    <message>
        <source>Clock</source>
        <translation>Chronomètre</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message numerus="yes">
        <source>Reading %n file(s)…</source>
        <translation>
            <numerusform>Lecture de&#xa0;%n fichier…</numerusform>
            <numerusform>Lecture de&#xa0;%n fichiers…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search for an action</source>
        <translation>Rechercher une action</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#xa0;?</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>Actions trouvées</translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>Rien de ce nom.</translation>
    </message>
</context>
<context>
    <name>CommentPanel</name>
    <message>
        <source>Mark</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Grille</translation>
    </message>
    <message>
        <source>Candidacy</source>
        <translation>Candidature</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
</context>
<context>
    <name>ComparedModel</name>
    <message>
        <source>{place} · {sheets} sheets</source>
        <translation>{place} · {sheets} grilles</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>‹ Ranking (Esc)</source>
        <translation>‹ Classement (Échap)</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>No criterion has a value on its scale yet: there is no profile to draw.</source>
        <translation>Aucun critère n’a encore de valeur sur son barème&#xa0;: il n’y a pas de profil à tracer.</translation>
    </message>
    <message>
        <source>Figures of the compared projects</source>
        <translation>Chiffres des projets comparés</translation>
    </message>
    <message>
        <source>Times of the compared projects</source>
        <translation>Temps des projets comparés</translation>
    </message>
    <message>
        <source>The clock has measured none of these projects: there are no times to compare.</source>
        <translation>Le chronomètre n’a mesuré aucun de ces projets&#xa0;: il n’y a pas de temps à comparer.</translation>
    </message>
    <message>
        <source>Projects side by side</source>
        <translation>Projets côte à côte</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>★ the best of its line; the others with how far from it they are; = all alike.</source>
        <translation>★&#xa0;: le meilleur de la ligne&#xa0;; les autres avec leur écart à celui-ci&#xa0;; =&#xa0;: tous égaux.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Comments of the jury</source>
        <translation>Commentaires du jury</translation>
    </message>
    <message>
        <source>Recused: {names}</source>
        <translation>Déport&#xa0;: {names}</translation>
    </message>
    <message>
        <source>No comment.</source>
        <translation>Aucun commentaire.</translation>
    </message>
    <message>
        <source>On the project</source>
        <translation>Sur le projet</translation>
    </message>
</context>
<context>
    <name>CompletenessModel</name>
    <message>
        <source>R</source>
        <comment>recused, one letter</comment>
        <translation>D</translation>
    </message>
    <message>
        <source>A</source>
        <comment>absent, one letter</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>X</source>
        <comment>abstained, one letter</comment>
        <translation>X</translation>
    </message>
    <message>
        <source>recused</source>
        <translation>déport</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absence</translation>
    </message>
    <message>
        <source>abstained</source>
        <translation>abstention</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>complète</translation>
    </message>
    <message>
        <source>{given} of {owed} marks</source>
        <translation>{given} notes sur {owed}</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>The desk is locked: L unlocks it.</source>
        <translation>Le poste est verrouillé&#xa0;: L le déverrouille.</translation>
    </message>
    <message>
        <source>Desk locked</source>
        <translation>Poste verrouillé</translation>
    </message>
    <message>
        <source>Desk unlocked</source>
        <translation>Poste déverrouillé</translation>
    </message>
    <message>
        <source>Undone. {state}</source>
        <translation>Annulé. {state}</translation>
    </message>
    <message>
        <source>The computer’s clock was changed; the time measured was not.</source>
        <translation>L’heure de l’ordinateur a été changée&#xa0;; le temps mesuré, non.</translation>
    </message>
    <message>
        <source>The sound could not be played; the clock goes on.</source>
        <translation>Le son n’a pas pu être joué&#xa0;; le chronomètre continue.</translation>
    </message>
    <message>
        <source>What happens cannot be saved; the clock goes on.</source>
        <translation>Ce qui se passe ne peut pas être enregistré&#xa0;; le chronomètre continue.</translation>
    </message>
    <message>
        <source>Everything is saved again.</source>
        <translation>Tout est de nouveau enregistré.</translation>
    </message>
    <message>
        <source>The audience’s screen is lost; the clock goes on.</source>
        <translation>Écran public perdu&#xa0;; le chronomètre continue.</translation>
    </message>
    <message>
        <source>The audience’s screen is lost</source>
        <translation>Écran public perdu</translation>
    </message>
</context>
<context>
    <name>CopyPanel</name>
    <message>
        <source>Go on in a copy elsewhere</source>
        <translation>Continuer dans une copie, ailleurs</translation>
    </message>
    <message>
        <source>Save there and go on</source>
        <translation>Enregistrer là et continuer</translation>
    </message>
    <message>
        <source>Path of the copy</source>
        <translation>Chemin de la copie</translation>
    </message>
    <message>
        <source>A whole path, with its folder</source>
        <translation>Un chemin complet, avec son dossier</translation>
    </message>
</context>
<context>
    <name>CrashReport</name>
    <message>
        <source>The program did not manage this</source>
        <translation>Le logiciel n’y est pas parvenu</translation>
    </message>
    <message>
        <source>Nothing acknowledged is lost: the last act was written at {time}. You can go on.</source>
        <translation>Rien de ce qui a été confirmé n’est perdu&#xa0;: le dernier acte a été écrit à {time}. Vous pouvez continuer.</translation>
    </message>
    <message>
        <source>No edition was open. You can go on.</source>
        <translation>Aucune édition n’était ouverte. Vous pouvez continuer.</translation>
    </message>
    <message>
        <source>If it happens again, hand the report below to whoever looks after the program.</source>
        <translation>Si cela se reproduit, transmettez le rapport ci-dessous à la personne qui suit le logiciel.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>It is also kept in {path}</source>
        <translation>Il est aussi conservé dans {path}</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>CriteriaEditor</name>
    <message>
        <source>+ Add a criterion</source>
        <translation>+ Ajouter un critère</translation>
    </message>
    <message>
        <source>= Same weights</source>
        <translation>= Mêmes poids</translation>
    </message>
    <message>
        <source>Or type = where a weight stands</source>
        <translation>Ou tapez = à la place d’un poids</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Critère</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Sum of the weights: {sum}</source>
        <translation>Somme des poids&#xa0;: {sum}</translation>
    </message>
    <message>
        <source>It may be any number: each share is taken of this sum.</source>
        <translation>Elle peut être quelconque&#xa0;: chaque part est prise sur cette somme.</translation>
    </message>
    <message>
        <source>New criterion</source>
        <translation>Nouveau critère</translation>
    </message>
</context>
<context>
    <name>CriterionDetails</name>
    <message>
        <source>as for the whole</source>
        <translation>comme pour l’ensemble</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Called “{id}” in files of marks.</source>
        <translation>Nommé «&#xa0;{id}&#xa0;» dans les fichiers de notes.</translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message>
        <source>Details of criterion {number}</source>
        <translation>Détails du critère {number}</translation>
    </message>
    <message>
        <source>Criterion {number}</source>
        <translation>Critère {number}</translation>
    </message>
    <message>
        <source>Move criterion {number} up</source>
        <translation>Monter le critère {number}</translation>
    </message>
    <message>
        <source>Move criterion {number} down</source>
        <translation>Descendre le critère {number}</translation>
    </message>
    <message>
        <source>Remove criterion {number}</source>
        <translation>Retirer le critère {number}</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) described</source>
        <translation>
            <numerusform>%n niveau décrit</numerusform>
            <numerusform>%n niveaux décrits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cues</name>
    <message>
        <source>Time is up</source>
        <translation>Temps écoulé</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>reste {time}</translation>
    </message>
    <message>
        <source>One minute left</source>
        <translation>Reste une minute</translation>
    </message>
    <message>
        <source>{minutes} minutes left</source>
        <translation>Restent {minutes} minutes</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>non tenu</translation>
    </message>
    <message>
        <source>overtime {time}</source>
        <translation>dépassement {time}</translation>
    </message>
    <message>
        <source>{phase}: {state}, {left}</source>
        <translation>{phase}&#xa0;: {state}, {left}</translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>The results are proclaimed: the decision can only be read.</source>
        <translation>Les résultats sont proclamés&#xa0;: la décision ne peut plus qu’être lue.</translation>
    </message>
    <message>
        <source>Choose the decision first: what is written below belongs to it.</source>
        <translation>Choisissez d’abord la décision&#xa0;: ce qui s’écrit ci-dessous en fait partie.</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>Pas encore décidé</translation>
    </message>
    <message>
        <source>In the jury’s own words</source>
        <translation>Dans les termes du jury</translation>
    </message>
    <message>
        <source>Host organisation</source>
        <translation>Structure d’accueil</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Next date</source>
        <translation>Prochaine échéance</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Reasons, two to five objective lines; the candidate may read them</source>
        <translation>Motivation, deux à cinq lignes objectives&#xa0;; le porteur peut les lire</translation>
    </message>
    <message>
        <source>Indicators of impact</source>
        <translation>Indicateurs d’impact</translation>
    </message>
    <message>
        <source>Add an indicator</source>
        <translation>Ajouter un indicateur</translation>
    </message>
    <message>
        <source>Decided on {at} · {bench}</source>
        <translation>Décidé le {at} · {bench}</translation>
    </message>
    <message>
        <source>This departs from the rules: the project is under a threshold.</source>
        <translation>Cette décision s’écarte du règlement&#xa0;: le projet est sous un seuil éliminatoire.</translation>
    </message>
    <message>
        <source>This departs from the rules: more are selected than there are places.</source>
        <translation>Cette décision s’écarte du règlement&#xa0;: il y a plus de projets retenus que de places.</translation>
    </message>
    <message>
        <source>This departs from the ranking: a project that stands behind it is decided better.</source>
        <translation>Cela s’écarte du classement&#xa0;: un projet moins bien classé obtient une meilleure décision.</translation>
    </message>
    <message>
        <source>Write the reasons below.</source>
        <translation>Écrivez-en les motifs ci-dessous.</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indicateur</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Valeur de référence</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>DecisionsPanel</name>
    <message>
        <source>Decide on the projects</source>
        <translation>Décider des projets</translation>
    </message>
    <message>
        <source>Decide as ranked</source>
        <translation>Décider selon le classement</translation>
    </message>
    <message>
        <source>Each project is decided in the form beside the ranking. This takes over what the ranking proposes for every project that has no decision yet; each can be changed afterwards.</source>
        <translation>La décision sur chaque projet se prend dans le formulaire à côté du classement. Ceci reprend ce que le classement propose pour chaque projet encore sans décision&#xa0;; chacune peut être modifiée ensuite.</translation>
    </message>
    <message>
        <source>The ranking proposes nothing for the projects still to be decided.</source>
        <translation>Le classement ne propose rien pour les projets encore à décider.</translation>
    </message>
    <message>
        <source>Every project has its decision.</source>
        <translation>Chaque projet a sa décision.</translation>
    </message>
</context>
<context>
    <name>DeliberatePage</name>
    <message>
        <source>Computed ranking</source>
        <translation>Classement arithmétique</translation>
    </message>
    <message>
        <source>There is no ranking yet</source>
        <translation>Pas encore de classement</translation>
    </message>
    <message>
        <source>The ranking appears here with the first marks, and follows every one of them.</source>
        <translation>Le classement apparaît ici dès les premières notes et suit chacune d’elles.</translation>
    </message>
    <message>
        <source>Enter marks</source>
        <translation>Saisir des notes</translation>
    </message>
    <message>
        <source>Robustness ({key})</source>
        <translation>Robustesse ({key})</translation>
    </message>
    <message>
        <source>F9: where a figure comes from</source>
        <translation>F9&#xa0;: d’où vient un chiffre</translation>
    </message>
    <message>
        <source>Decide without marks</source>
        <translation>Décider sans note</translation>
    </message>
    <message>
        <source>Proclaimed on {at}: nothing changes any more, but a material error can be put right.</source>
        <translation>Proclamé le {at}&#xa0;: plus rien ne change, sauf la rectification d’une erreur matérielle.</translation>
    </message>
    <message>
        <source>A material error is being put right: {reason}. The results are to be proclaimed again.</source>
        <translation>Rectification d’une erreur matérielle en cours&#xa0;: {reason}. Les résultats sont à proclamer de nouveau.</translation>
    </message>
    <message>
        <source>No mark is given: the jury decides project by project, without a ranking.</source>
        <translation>Aucune note n’est donnée&#xa0;: le jury décide projet par projet, sans classement.</translation>
    </message>
    <message>
        <source>Computed from all the sheets: a proposal to the jury.</source>
        <translation>Calculé sur toutes les grilles&#xa0;: une proposition faite au jury.</translation>
    </message>
    <message>
        <source>Four projects at most stand side by side: untick one of them first.</source>
        <translation>Quatre projets au plus côte à côte&#xa0;: décochez-en d’abord un.</translation>
    </message>
    <message numerus="yes">
        <source>Compare %n project(s)</source>
        <translation>
            <numerusform>Comparer %n projet</numerusform>
            <numerusform>Comparer %n projets</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Tick two to four projects: Space on their row, or a click in the column “Compare”.</source>
        <translation>Cochez deux à quatre projets&#xa0;: Espace sur leur ligne, ou un clic dans la colonne «&#xa0;Comparer&#xa0;».</translation>
    </message>
    <message>
        <source>Write the rules</source>
        <translation>Rédiger le règlement</translation>
    </message>
    <message>
        <source>Choose the candidacies</source>
        <translation>Choisir les candidatures</translation>
    </message>
</context>
<context>
    <name>DisplayForm</name>
    <message>
        <source>As the computer</source>
        <translation>Comme l’ordinateur</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Langue de la fenêtre</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Size of the type</source>
        <translation>Taille des caractères</translation>
    </message>
    <message>
        <source>At any moment: Ctrl + and Ctrl − ; Ctrl 0 for 100 %.</source>
        <translation>À tout moment&#xa0;: Ctrl + et Ctrl −&#xa0;; Ctrl 0 pour revenir à 100&#xa0;%.</translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>à jour</translation>
    </message>
    <message>
        <source>to be made again</source>
        <translation>à refaire</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>provisoire</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Documents of the stage</source>
        <translation>Documents de l’étape</translation>
    </message>
    <message>
        <source>Annex: how the results came about</source>
        <translation>Annexe&#xa0;: explication des résultats</translation>
    </message>
    <message>
        <source>Annex: how firmly the ranking stands</source>
        <translation>Annexe&#xa0;: fermeté du classement</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Procès-verbal</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Print the minutes…</source>
        <translation>Imprimer le procès-verbal…</translation>
    </message>
    <message>
        <source>Look at the pictures…</source>
        <translation>Regarder les images…</translation>
    </message>
    <message>
        <source>Verify minutes…</source>
        <translation>Vérifier un procès-verbal…</translation>
    </message>
    <message>
        <source>There is nothing to print yet</source>
        <translation>Il n’y a encore rien à imprimer</translation>
    </message>
    <message>
        <source>Prepare the stage</source>
        <translation>Préparer l’étape</translation>
    </message>
    <message>
        <source>Language of the documents</source>
        <translation>Langue des documents</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>There is no result to tell anything about</source>
        <translation>Il n’y a pas encore de résultat à expliquer</translation>
    </message>
    <message>
        <source>Checklist of the minutes: {count}</source>
        <translation>Liste de contrôle&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Workbook of marks</source>
        <translation>Classeur des notes</translation>
    </message>
    <message>
        <source>Minutes provisional: see their checklist.</source>
        <translation>Procès-verbal provisoire&#xa0;: voir sa liste de contrôle.</translation>
    </message>
    <message>
        <source>Provisional: the rules are not frozen.</source>
        <translation>Provisoire&#xa0;: le règlement n’est pas gelé.</translation>
    </message>
    <message numerus="yes">
        <source>Provisional: %n mark(s) still missing.</source>
        <translation>
            <numerusform>Provisoire&#xa0;:&#xa0;%n note manque encore.</numerusform>
            <numerusform>Provisoire&#xa0;:&#xa0;%n notes manquent encore.</numerusform>
        </translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>Mise en page…</translation>
    </message>
    <message>
        <source>Writing the documents…</source>
        <translation>Écriture des documents…</translation>
    </message>
    <message>
        <source>Written to {folder}: {names}</source>
        <translation>Écrit dans {folder}&#xa0;: {names}</translation>
    </message>
    <message>
        <source>No program on this computer opens PDF files: export the minutes instead.</source>
        <translation>Aucun logiciel de cet ordinateur n’ouvre les fichiers PDF&#xa0;: exportez plutôt le procès-verbal.</translation>
    </message>
</context>
<context>
    <name>DrawPanel</name>
    <message>
        <source>Draw the running order by lot</source>
        <translation>Tirer au sort l’ordre de passage</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Tirer au sort</translation>
    </message>
    <message>
        <source>Reason for drawing again</source>
        <translation>Motif du nouveau tirage</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>Témoin</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine du tirage</translation>
    </message>
    <message>
        <source>The seed is kept: with it, anybody can do the same draw again.</source>
        <translation>La graine est conservée&#xa0;: avec elle, chacun peut refaire le même tirage.</translation>
    </message>
</context>
<context>
    <name>EarlierPanel</name>
    <message>
        <source>The talk had begun before the key was pressed</source>
        <translation>La parole avait été prise avant l’appui sur la touche</translation>
    </message>
    <message>
        <source>Start from there</source>
        <translation>Démarrer de là</translation>
    </message>
    <message>
        <source>Begun … ago</source>
        <translation>Commencé il y a</translation>
    </message>
    <message>
        <source>At most {time}: nothing was under way since.</source>
        <translation>Au plus {time}&#xa0;: rien n’était en cours depuis.</translation>
    </message>
</context>
<context>
    <name>EditionView</name>
    <message>
        <source>Rules</source>
        <translation>Règlement</translation>
    </message>
    <message>
        <source>Jury, recusals, declarations of interests</source>
        <translation>Jury, déports, déclarations d’intérêts</translation>
    </message>
    <message>
        <source>Order of passage, draw by lot</source>
        <translation>Ordre de passage, tirage au sort</translation>
    </message>
    <message>
        <source>Times, sound</source>
        <translation>Temps, signal sonore</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>PARCOURS</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>à venir</translation>
    </message>
    <message>
        <source>not held</source>
        <translation>non tenue</translation>
    </message>
    <message>
        <source>{out} of {taken}</source>
        <translation>{out} sur {taken}</translation>
    </message>
    <message numerus="yes">
        <source>%n candidacy(ies)</source>
        <translation>
            <numerusform>%n candidature</numerusform>
            <numerusform>%n candidatures</numerusform>
        </translation>
    </message>
    <message>
        <source>Candidacies</source>
        <translation>Candidatures</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Préparer</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Séance</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Noter</translation>
    </message>
    <message>
        <source>Deliberate</source>
        <translation>Délibérer</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>The ranking has changed: it is off the room’s screen. Publish it again from the last place.</source>
        <translation>Le classement a changé&#xa0;: il n’est plus à l’écran de la salle. Publiez-le de nouveau, depuis la dernière place.</translation>
    </message>
</context>
<context>
    <name>FiguresModel</name>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>{name} (out of {scale})</source>
        <translation>{name} (sur {scale})</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>sans valeur</translation>
    </message>
    <message>
        <source>{value}, the best</source>
        <translation>{value}, le meilleur</translation>
    </message>
    <message>
        <source>{value}, as the others</source>
        <translation>{value}, comme les autres</translation>
    </message>
    <message>
        <source>{value}, {gap} from the best</source>
        <translation>{value}, {gap} par rapport au meilleur</translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>Jury Desk editions (*.jury)</source>
        <translation>Éditions Jury Desk (*.jury)</translation>
    </message>
    <message>
        <source>Open an edition</source>
        <translation>Ouvrir une édition</translation>
    </message>
    <message>
        <source>Where to keep the edition</source>
        <translation>Où conserver l’édition</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.ods *.csv *.xls *.tsv *.txt)</source>
        <translation>Tableaux (*.xlsx *.ods *.csv *.xls *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Import candidacies</source>
        <translation>Importer des candidatures</translation>
    </message>
    <message>
        <source>Rules files (*.toml)</source>
        <translation>Fichiers de règlement (*.toml)</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>Importer un règlement</translation>
    </message>
    <message>
        <source>Export the rules</source>
        <translation>Exporter le règlement</translation>
    </message>
    <message>
        <source>Minutes (*.pdf)</source>
        <translation>Procès-verbaux (*.pdf)</translation>
    </message>
    <message>
        <source>Verify minutes</source>
        <translation>Vérifier un procès-verbal</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Juror</source>
        <translation>Juré</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Critère</translation>
    </message>
    <message>
        <source>On file</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>Classeur</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Constat</translation>
    </message>
</context>
<context>
    <name>FirmnessModel</name>
    <message>
        <source>Place</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Firmness</source>
        <translation>Fermeté</translation>
    </message>
    <message>
        <source>Hangs on</source>
        <translation>Tient à</translation>
    </message>
    <message>
        <source>✓  in</source>
        <translation>✓  retenu</translation>
    </message>
    <message>
        <source>!  tied</source>
        <translation>!  à égalité</translation>
    </message>
    <message>
        <source>–  out</source>
        <translation>–  non retenu</translation>
    </message>
</context>
<context>
    <name>FlipsModel</name>
    <message>
        <source>What would have to change</source>
        <translation>Ce qui devrait changer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>The mark of {juror} for {project} on “{criterion}”</source>
        <translation>La note de {juror} pour {project}, «&#xa0;{criterion}&#xa0;»</translation>
    </message>
    <message>
        <source>The weight of “{criterion}”</source>
        <translation>Le poids de «&#xa0;{criterion}&#xa0;»</translation>
    </message>
    <message>
        <source>a little more</source>
        <translation>un peu plus</translation>
    </message>
    <message>
        <source>a little less</source>
        <translation>un peu moins</translation>
    </message>
    <message>
        <source>beyond {share}</source>
        <translation>au-delà de {share}</translation>
    </message>
</context>
<context>
    <name>FollowUpPage</name>
    <message>
        <source>Projects of the stage</source>
        <translation>Projets de l’étape</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Suite donnée</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Porteurs</translation>
    </message>
    <message>
        <source>Host organisation</source>
        <translation>Structure d’accueil</translation>
    </message>
    <message>
        <source>Next date</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Decided at</source>
        <translation>Décidé en</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Personne ici pour l’instant</translation>
    </message>
    <message>
        <source>The projects that the stage before selects come in here.</source>
        <translation>Les projets retenus à l’étape précédente arrivent ici.</translation>
    </message>
    <message>
        <source>Take those selected</source>
        <translation>Prendre les projets retenus</translation>
    </message>
    <message numerus="yes">
        <source>%n project(s) in this stage</source>
        <translation>
            <numerusform>%n projet dans cette étape</numerusform>
            <numerusform>%n projets dans cette étape</numerusform>
        </translation>
    </message>
    <message>
        <source>Take those selected at “{stage}” ({count})</source>
        <translation>Prendre les projets retenus à «&#xa0;{stage}&#xa0;» ({count})</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Set who is there</source>
        <translation>Noter les présences</translation>
    </message>
    <message>
        <source>{jurors}: has left</source>
        <translation>{jurors}&#xa0;: est sorti</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to put</source>
        <translation>
            <numerusform>%n question à poser</numerusform>
            <numerusform>%n questions à poser</numerusform>
        </translation>
    </message>
    <message>
        <source>Questions to put</source>
        <translation>Questions à poser</translation>
    </message>
    <message>
        <source>Sleep blocked ✓</source>
        <translation>Veille bloquée ✓</translation>
    </message>
    <message>
        <source>Sleep not blocked ✗ not available</source>
        <translation>Veille non bloquée ✗</translation>
    </message>
    <message>
        <source>L  Unlock: only Space and Undo work</source>
        <translation>L  Déverrouiller&#xa0;: seuls Espace et Annuler agissent</translation>
    </message>
    <message>
        <source>L  Lock</source>
        <translation>L  Verrouiller</translation>
    </message>
</context>
<context>
    <name>Footnotes</name>
    <message>
        <source>Remarks on the ranking</source>
        <translation>Remarques sur le classement</translation>
    </message>
</context>
<context>
    <name>FrozenRules</name>
    <message>
        <source>Criterion</source>
        <translation>Critère</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>Knock-out</source>
        <translation>Éliminatoire</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>{low} to {high} by {step}</source>
        <translation>de {low} à {high} par {step}</translation>
    </message>
</context>
<context>
    <name>Funnel</name>
    <message>
        <source>Candidacies stage by stage</source>
        <translation>Candidatures, étape par étape</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>The session is not open yet</source>
        <translation>La séance n’est pas encore ouverte</translation>
    </message>
    <message>
        <source>Reason for opening in spite of this</source>
        <translation>Motif d’ouvrir malgré cela</translation>
    </message>
    <message>
        <source>second notice of meeting</source>
        <translation>seconde convocation</translation>
    </message>
    <message>
        <source>Open the session</source>
        <translation>Ouvrir la séance</translation>
    </message>
    <message>
        <source>Try the sound</source>
        <translation>Tester le son</translation>
    </message>
    <message>
        <source>✓ Everything is ready.</source>
        <translation>✓ Tout est prêt.</translation>
    </message>
    <message>
        <source>What is marked with ✗ has to be put right first.</source>
        <translation>Ce qui est marqué d’une ✗ doit d’abord être réglé.</translation>
    </message>
    <message>
        <source>The rules of this session have a sound at its thresholds.</source>
        <translation>Le règlement de cette séance prévoit un son aux seuils.</translation>
    </message>
    <message>
        <source>No sound: the rules of this session have none.</source>
        <translation>Pas de son&#xa0;: le règlement de cette séance n’en prévoit pas.</translation>
    </message>
    <message>
        <source>The rules are not frozen</source>
        <translation>Le règlement n’est pas gelé</translation>
    </message>
    <message>
        <source>No candidacy is heard</source>
        <translation>Aucune candidature n’est entendue</translation>
    </message>
    <message>
        <source>The rules allot no time to a talk</source>
        <translation>Le règlement n’alloue aucun temps de parole</translation>
    </message>
    <message>
        <source>The running order has not been drawn by lot: draw it at the right</source>
        <translation>L’ordre de passage n’est pas tiré au sort&#xa0;: tirez-le à droite</translation>
    </message>
    <message numerus="yes">
        <source>%n juror(s) without a declaration of interests</source>
        <translation>
            <numerusform>%n juré sans déclaration d’intérêts</numerusform>
            <numerusform>%n jurés sans déclaration d’intérêts</numerusform>
        </translation>
    </message>
    <message>
        <source>The quorum is not reached: {present} present for {needed}</source>
        <translation>Le quorum n’est pas atteint&#xa0;: {present} présents pour {needed}</translation>
    </message>
    <message>
        <source>The room screen is not shown (optional)</source>
        <translation>L’écran public n’est pas affiché (facultatif)</translation>
    </message>
</context>
<context>
    <name>GrantPanel</name>
    <message>
        <source>Time given: {phase}</source>
        <translation>Temps accordé&#xa0;: {phase}</translation>
    </message>
    <message>
        <source>Give the time</source>
        <translation>Accorder</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>technical incident</source>
        <translation>incident technique</translation>
    </message>
    <message>
        <source>question of the jury</source>
        <translation>question du jury</translation>
    </message>
    <message>
        <source>same as the others</source>
        <translation>même durée que les autres</translation>
    </message>
    <message numerus="yes">
        <source>The same for the %n passage(s) to come</source>
        <translation>
            <numerusform>La même durée pour %n passage à venir</numerusform>
            <numerusform>La même durée pour les %n passages à venir</numerusform>
        </translation>
    </message>
    <message>
        <source>More than the tolerance of {time}: the minutes will flag it unless all are given the same.</source>
        <translation>Au-delà de la tolérance de {time}&#xa0;: le procès-verbal le signalera, sauf si tous ont la même durée.</translation>
    </message>
</context>
<context>
    <name>GridClipboard</name>
    <message numerus="yes">
        <source>%n value(s) lay where no mark belongs, and were left out.</source>
        <translation>
            <numerusform>%n valeur tombait hors des cases de notes&#xa0;: elle est laissée de côté.</numerusform>
            <numerusform>%n valeurs tombaient hors des cases de notes&#xa0;: elles sont laissées de côté.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridComments</name>
    <message>
        <source>Choose a mark to comment on it.</source>
        <translation>Choisissez une note pour la commenter.</translation>
    </message>
    <message>
        <source>Choose a juror&apos;s sheet to comment on it.</source>
        <translation>Choisissez la grille d’un juré pour la commenter.</translation>
    </message>
</context>
<context>
    <name>GridFoot</name>
    <message>
        <source>Reason, printed in the minutes</source>
        <translation>Motif, imprimé au procès-verbal</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>The rules are not frozen yet, and no mark is taken before.</source>
        <translation>Le règlement n’est pas encore gelé, et aucune note n’est admise avant.</translation>
    </message>
    <message>
        <source>Go and freeze them ›</source>
        <translation>Geler le règlement ›</translation>
    </message>
</context>
<context>
    <name>GridHeading</name>
    <message>
        <source>Keypad</source>
        <translation>Pavé numérique</translation>
    </message>
    <message>
        <source>A mark that no further digit can change moves on by itself, without Enter</source>
        <translation>Une note qu’aucun chiffre ne peut plus changer passe d’elle-même à la suivante, sans Entrée</translation>
    </message>
    <message>
        <source>Sheets, comments and more</source>
        <translation>Grilles, commentaires et autres actes</translation>
    </message>
    <message>
        <source>Previous (Alt+Page up)</source>
        <translation>Précédent (Alt+Page précédente)</translation>
    </message>
    <message>
        <source>Next (Alt+Page down)</source>
        <translation>Suivant (Alt+Page suivante)</translation>
    </message>
    <message>
        <source>results hidden: F3 shows them</source>
        <translation>résultats masqués&#xa0;: F3 les montre</translation>
    </message>
    <message>
        <source>{counted} of {expected} sheets count</source>
        <translation>grilles&#xa0;: {counted} sur {expected}</translation>
    </message>
    <message numerus="yes">
        <source>{place} of %n ranked</source>
        <translation>
            <numerusform>{place} sur %n classé</numerusform>
            <numerusform>{place} sur %n classés</numerusform>
        </translation>
    </message>
    <message>
        <source>{text} (provisional)</source>
        <translation>{text} (provisoire)</translation>
    </message>
    <message>
        <source>no place yet</source>
        <translation>pas encore de rang</translation>
    </message>
    <message>
        <source>eliminated by a threshold</source>
        <translation>éliminé par un seuil</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>cannot be ranked: too few sheets</source>
        <translation>non classable&#xa0;: trop peu de grilles</translation>
    </message>
</context>
<context>
    <name>GridMenu</name>
    <message>
        <source>Shift</source>
        <comment>the key</comment>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Comment on this mark</source>
        <translation>Commenter cette note</translation>
    </message>
    <message>
        <source>Comment on the sheet</source>
        <translation>Commenter la grille</translation>
    </message>
    <message>
        <source>Comment on the candidacy</source>
        <translation>Commenter la candidature</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Absence</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>Déport</translation>
    </message>
    <message>
        <source>Abstained</source>
        <translation>Abstention</translation>
    </message>
    <message>
        <source>Clear: not marked</source>
        <translation>Effacer&#xa0;: non noté</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>the key</comment>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation>Copier avec les en-têtes</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Recopier vers le bas</translation>
    </message>
    <message>
        <source>Declare this sheet final</source>
        <translation>Déclarer cette grille définitive</translation>
    </message>
    <message>
        <source>Declare all complete sheets final</source>
        <translation>Déclarer définitives toutes les grilles complètes</translation>
    </message>
    <message>
        <source>Move these marks…</source>
        <translation>Déplacer ces notes…</translation>
    </message>
    <message>
        <source>Keypad: a complete mark moves on</source>
        <translation>Pavé numérique&#xa0;: une note complète passe à la suivante</translation>
    </message>
    <message>
        <source>Hide totals and places</source>
        <translation>Masquer les totaux et les rangs</translation>
    </message>
    <message>
        <source>Enter does not move (screen reader)</source>
        <translation>Entrée ne déplace pas le curseur (lecteur d’écran)</translation>
    </message>
</context>
<context>
    <name>GridQuestions</name>
    <message>
        <source>The sheet of {juror} is declared final: why the change?</source>
        <translation>La grille de {juror} est déclarée définitive&#xa0;: pourquoi ce changement&#x202f;?</translation>
    </message>
    <message>
        <source>the change</source>
        <translation>le changement</translation>
    </message>
    <message>
        <source>{where}: a comment goes with {text}</source>
        <translation>{where}&#xa0;: un commentaire accompagne la note {text}</translation>
    </message>
    <message>
        <source>{where}: {before} → {text}.</source>
        <translation>{where}&#xa0;: {before} → {text}.</translation>
    </message>
    <message>
        <source>something else was typed before its answer.</source>
        <translation>autre chose a été saisi avant la réponse.</translation>
    </message>
    <message>
        <source>The reason is printed in the minutes.</source>
        <translation>Le motif est imprimé au procès-verbal.</translation>
    </message>
    <message>
        <source>its answer was not given before other marks were shown.</source>
        <translation>la réponse n’a pas été donnée avant que d’autres notes ne s’affichent.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Before the session: rules, jury, order of passage. Rules are frozen before marks.</source>
        <translation>Avant la séance&#xa0;: règlement, jury, ordre de passage. Le règlement est gelé avant la première note.</translation>
    </message>
    <message>
        <source>The session itself: the clock, the running order, who is present.</source>
        <translation>La séance elle-même&#xa0;: le chronomètre, l’ordre de passage, les présences.</translation>
    </message>
    <message>
        <source>The marks, at keypad speed. Each mark is on disk as soon as the cell is left.</source>
        <translation>Les notes, à la vitesse du pavé numérique. Chaque note est sur le disque dès que l’on quitte la case.</translation>
    </message>
    <message>
        <source>The ranking as the rules compute it, and what the jury decides.</source>
        <translation>Le classement tel que le règlement le calcule, et ce que le jury décide.</translation>
    </message>
    <message>
        <source>The minutes and the workbook: the very pages that will be printed.</source>
        <translation>Le procès-verbal et le classeur&#xa0;: les pages mêmes qui seront imprimées.</translation>
    </message>
    <message>
        <source>Every candidacy, found by any word it holds; admissible or not, with the reason.</source>
        <translation>Toutes les candidatures, retrouvées par n’importe lequel de leurs mots&#xa0;; recevables ou non, avec le motif.</translation>
    </message>
    <message>
        <source>Where the programme stands, stage by stage.</source>
        <translation>Où en est le programme, étape par étape.</translation>
    </message>
    <message>
        <source>What the edition is called, and how the window looks.</source>
        <translation>Le nom de l’édition et l’aspect de la fenêtre.</translation>
    </message>
    <message>
        <source>Type a mark, then go down</source>
        <translation>Taper une note puis descendre</translation>
    </message>
    <message>
        <source>digits, Enter</source>
        <translation>chiffres, Entrée</translation>
    </message>
    <message>
        <source>Next mark, mark before</source>
        <translation>Note suivante, précédente</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Maj+Tab</translation>
    </message>
    <message>
        <source>Keypad: type all the marks without Enter</source>
        <translation>Pavé numérique&#xa0;: taper toutes les notes sans Entrée</translation>
    </message>
    <message>
        <source>button or menu</source>
        <translation>bouton ou menu</translation>
    </message>
    <message>
        <source>Edges of the row, of the marks</source>
        <translation>Bords de la ligne, bords des notes</translation>
    </message>
    <message>
        <source>Home, End, Ctrl+arrows</source>
        <translation>Début, Fin, Ctrl+flèches</translation>
    </message>
    <message>
        <source>Change a mark</source>
        <translation>Modifier une note</translation>
    </message>
    <message>
        <source>Give up the change</source>
        <translation>Renoncer à la modification</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Clear: not marked (never zero)</source>
        <translation>Effacer&#xa0;: non noté (jamais zéro)</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Absent, recused, abstained</source>
        <translation>Absence, déport, abstention</translation>
    </message>
    <message>
        <source>Comment on the mark, the sheet, the candidacy</source>
        <translation>Commenter la note, la grille, la candidature</translation>
    </message>
    <message>
        <source>Shift+F2</source>
        <translation>Maj+F2</translation>
    </message>
    <message>
        <source>Copy, with headers, paste</source>
        <translation>Copier, avec les en-têtes, coller</translation>
    </message>
    <message>
        <source>Ctrl+C, Ctrl+Shift+C, Ctrl+V</source>
        <translation>Ctrl+C, Ctrl+Maj+C, Ctrl+V</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Recopier vers le bas</translation>
    </message>
    <message>
        <source>Next of the list, the one before</source>
        <translation>Suivant de la liste, précédent</translation>
    </message>
    <message>
        <source>Alt+Page down, Alt+Page up</source>
        <translation>Alt+Page suivante, Alt+Page précédente</translation>
    </message>
    <message>
        <source>Hide totals and places, show them</source>
        <translation>Masquer les totaux et les rangs, les montrer</translation>
    </message>
    <message>
        <source>Find a sheet by its number</source>
        <translation>Retrouver une grille par son numéro</translation>
    </message>
    <message>
        <source>Why this figure?</source>
        <translation>Pourquoi ce chiffre&#xa0;?</translation>
    </message>
    <message>
        <source>Start, pause, resume</source>
        <translation>Démarrer, mettre en pause, reprendre</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>End the phase, start or call what comes next</source>
        <translation>Finir la phase, démarrer ou appeler la suite</translation>
    </message>
    <message>
        <source>Give time, with its reason</source>
        <translation>Accorder du temps, avec son motif</translation>
    </message>
    <message>
        <source>Call, put off, note an absence, hear again</source>
        <translation>Appeler, reporter, noter une absence, réentendre</translation>
    </message>
    <message>
        <source>Incident: stop the clock at once</source>
        <translation>Incident&#xa0;: arrêter aussitôt le chronomètre</translation>
    </message>
    <message>
        <source>Start from an earlier instant</source>
        <translation>Démarrer d’un instant antérieur</translation>
    </message>
    <message>
        <source>Show the room screen, make it black, write on it</source>
        <translation>Afficher l’écran de la salle, le noircir, y écrire</translation>
    </message>
    <message>
        <source>Who is there, the marks of this passage</source>
        <translation>Présences, notes de ce passage</translation>
    </message>
    <message>
        <source>Questions to put to this passage</source>
        <translation>Questions à poser à ce passage</translation>
    </message>
    <message>
        <source>Lock all but Space and Undo</source>
        <translation>Tout verrouiller sauf Espace et Annuler</translation>
    </message>
    <message>
        <source>Move a passage</source>
        <translation>Déplacer un passage</translation>
    </message>
    <message>
        <source>Alt+Up, Alt+Down, Enter</source>
        <translation>Alt+Haut, Alt+Bas, Entrée</translation>
    </message>
    <message>
        <source>While saving fails: try again, go on elsewhere</source>
        <translation>Quand l’enregistrement échoue&#xa0;: réessayer, continuer ailleurs</translation>
    </message>
    <message>
        <source>From figure to figure</source>
        <translation>D’un chiffre à l’autre</translation>
    </message>
    <message>
        <source>arrows</source>
        <translation>flèches</translation>
    </message>
    <message>
        <source>F9, Enter</source>
        <translation>F9, Entrée</translation>
    </message>
    <message>
        <source>Tick a project, compare those ticked</source>
        <translation>Cocher un projet, comparer ceux cochés</translation>
    </message>
    <message>
        <source>Space, F6</source>
        <translation>Espace, F6</translation>
    </message>
    <message>
        <source>How firmly the ranking stands</source>
        <translation>La fermeté du classement</translation>
    </message>
    <message>
        <source>Back to the ranking</source>
        <translation>Retour au classement</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help and shortcuts</source>
        <translation>Aide et raccourcis</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Import {file}</source>
        <translation>Importer {file}</translation>
    </message>
    <message>
        <source>What is in the way</source>
        <translation>Ce qui empêche l’import</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>What and what to do</source>
        <translation>Quoi, et que faire</translation>
    </message>
    <message>
        <source>Columns of the sheet</source>
        <translation>Colonnes du tableau</translation>
    </message>
    <message>
        <source>A column without a field is kept whole, under its own title, with the candidacy.</source>
        <translation>Une colonne sans champ est conservée en entier, sous son propre titre, avec la candidature.</translation>
    </message>
    <message>
        <source>Import nothing</source>
        <translation>Ne rien importer</translation>
    </message>
    <message>
        <source>titles in row {row}</source>
        <translation>titres en ligne {row}</translation>
    </message>
    <message>
        <source>sheet « {name} »</source>
        <translation>feuille «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>encoding {name}</source>
        <translation>encodage {name}</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Premières valeurs</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Devient</translation>
    </message>
    <message>
        <source>Field of column {name}</source>
        <translation>Champ de la colonne {name}</translation>
    </message>
    <message>
        <source>An answer, kept as it is</source>
        <translation>Une réponse, gardée telle quelle</translation>
    </message>
    <message>
        <source>Title of the project</source>
        <translation>Titre du projet</translation>
    </message>
    <message>
        <source>Reference (file number)</source>
        <translation>Référence (numéro de dossier)</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>First name of the holder</source>
        <translation>Prénom du porteur ou de la porteuse</translation>
    </message>
    <message>
        <source>Name of the holder</source>
        <translation>Nom du porteur ou de la porteuse</translation>
    </message>
    <message>
        <source>First name and name of the holder</source>
        <translation>Prénom et nom du porteur ou de la porteuse</translation>
    </message>
    <message>
        <source>E-mail of the holder</source>
        <translation>Courriel du porteur ou de la porteuse</translation>
    </message>
    <message>
        <source>Other holders</source>
        <translation>Autres porteuses et porteurs</translation>
    </message>
    <message>
        <source>Submitted on</source>
        <translation>Date de dépôt</translation>
    </message>
    <message>
        <source>Nothing: left out</source>
        <translation>Rien&#xa0;: colonne laissée de côté</translation>
    </message>
    <message>
        <source>{rows} rows: {new} new, {changed} changed, {unchanged} unchanged</source>
        <translation>{rows} lignes&#xa0;: {new} nouvelles, {changed} modifiées, {unchanged} inchangées</translation>
    </message>
    <message>
        <source>The same title more than once, all kept: {titles}</source>
        <translation>Même titre plusieurs fois, tous conservés&#xa0;: {titles}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) to put right in the sheet, or with other fields, first.</source>
        <translation>
            <numerusform>%n problème à corriger d’abord dans le tableau, ou par d’autres champs.</numerusform>
            <numerusform>%n problèmes à corriger d’abord dans le tableau, ou par d’autres champs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything in this sheet is already on file: there is nothing to import.</source>
        <translation>Tout ce que dit ce tableau est déjà enregistré&#xa0;: il n’y a rien à importer.</translation>
    </message>
    <message numerus="yes">
        <source>Import %n candidacy(ies)</source>
        <translation>
            <numerusform>Importer&#xa0;%n candidature</numerusform>
            <numerusform>Importer&#xa0;%n candidatures</numerusform>
        </translation>
    </message>
    <message>
        <source>One act, which can be undone.</source>
        <translation>Un seul acte, que l’on peut annuler.</translation>
    </message>
</context>
<context>
    <name>InlinePanel</name>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Annuler (Échap)</translation>
    </message>
</context>
<context>
    <name>InterruptionPanel</name>
    <message>
        <source>Was the candidate speaking?</source>
        <translation>Le candidat parlait-il&#xa0;?</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>No, do not count it</source>
        <translation>Non, ne pas décompter</translation>
    </message>
    <message>
        <source>Yes, count it</source>
        <translation>Oui, décompter</translation>
    </message>
    <message>
        <source>Another time:</source>
        <translation>Autre durée&#xa0;:</translation>
    </message>
    <message>
        <source>Time counted</source>
        <translation>Durée décomptée</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>stay paused</source>
        <translation>rester en pause</translation>
    </message>
    <message>
        <source>go on at once</source>
        <translation>reprendre aussitôt</translation>
    </message>
    <message>
        <source>end the phase</source>
        <translation>terminer la phase</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Ensuite</translation>
    </message>
</context>
<context>
    <name>JuryModel</name>
    <message>
        <source>received</source>
        <translation>reçue</translation>
    </message>
    <message>
        <source>awaited</source>
        <translation>attendue</translation>
    </message>
    <message>
        <source>{given} of 3</source>
        <translation>{given} sur 3</translation>
    </message>
    <message>
        <source>, replaced</source>
        <translation>, remplacement</translation>
    </message>
    <message>
        <source>, from {hour}</source>
        <translation>, dès {hour}</translation>
    </message>
    <message>
        <source>, until {hour}</source>
        <translation>, jusqu’à {hour}</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Présidence</translation>
    </message>
    <message>
        <source>Vice-chair</source>
        <translation>Vice-présidence</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Membre</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>Expert</translation>
    </message>
    <message>
        <source>Rapporteur</source>
        <translation>Rapporteur</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>Secrétariat</translation>
    </message>
    <message>
        <source>Coach</source>
        <translation>Accompagnement</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>Observateur</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>Délibérative</translation>
    </message>
    <message>
        <source>Advisory</source>
        <translation>Consultative</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Sans voix</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Présent</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>À distance</translation>
    </message>
    <message>
        <source>Represented</source>
        <translation>Représenté</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Excusé</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>+ Add a member</source>
        <translation>+ Ajouter un membre</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Présence</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>Déclaration</translation>
    </message>
</context>
<context>
    <name>JurySection</name>
    <message>
        <source>Members of the jury</source>
        <translation>Membres du jury</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Jury</source>
        <translation>Jury</translation>
    </message>
    <message>
        <source>Enter or F2 edits, Space ticks a declaration, Delete removes.</source>
        <translation>Entrée ou F2 modifie, Espace coche une déclaration, Suppr retire.</translation>
    </message>
    <message numerus="yes">
        <source>%n voting member(s)</source>
        <translation>
            <numerusform>%n membre à voix délibérative</numerusform>
            <numerusform>%n membres à voix délibérative</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {all} declarations received</source>
        <translation>{count} déclarations reçues sur {all}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Retirer {name}</translation>
    </message>
</context>
<context>
    <name>LackWords</name>
    <message numerus="yes">
        <source>%n candidacy(ies) of {total} still to be examined</source>
        <translation>
            <numerusform>%n candidature sur {total} à examiner</numerusform>
            <numerusform>%n candidatures sur {total} à examiner</numerusform>
        </translation>
    </message>
    <message>
        <source>no candidacy in this stage</source>
        <translation>aucune candidature dans cette étape</translation>
    </message>
    <message>
        <source>rules not written</source>
        <translation>règlement non rédigé</translation>
    </message>
    <message>
        <source>rules not frozen</source>
        <translation>règlement non gelé</translation>
    </message>
    <message>
        <source>order of passage not drawn by lot</source>
        <translation>ordre de passage non tiré au sort</translation>
    </message>
    <message>
        <source>no juror with a vote</source>
        <translation>aucun juré ayant voix délibérative</translation>
    </message>
    <message numerus="yes">
        <source>%n juror(s) without a declaration of interests</source>
        <translation>
            <numerusform>%n juré sans déclaration d’intérêts</numerusform>
            <numerusform>%n jurés sans déclaration d’intérêts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recusal(s) to be ruled on</source>
        <translation>
            <numerusform>%n déport à trancher</numerusform>
            <numerusform>%n déports à trancher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recusal(s) without a reason</source>
        <translation>
            <numerusform>%n déport sans motif</numerusform>
            <numerusform>%n déports sans motif</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) of {total} incomplete</source>
        <translation>
            <numerusform>%n grille sur {total} incomplète</numerusform>
            <numerusform>%n grilles sur {total} incomplètes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) of {total} still to be taken</source>
        <translation>
            <numerusform>%n décision sur {total} reste à prendre</numerusform>
            <numerusform>%n décisions sur {total} restent à prendre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LevelsEditor</name>
    <message>
        <source>none described</source>
        <translation>aucun n’est décrit</translation>
    </message>
    <message numerus="yes">
        <source>%n: one for each mark</source>
        <translation>
            <numerusform>%n&#xa0;: un par note</numerusform>
            <numerusform>%n&#xa0;: un par note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n, evenly spread</source>
        <translation>
            <numerusform>%n, réparti également</numerusform>
            <numerusform>%n, répartis également</numerusform>
        </translation>
    </message>
    <message>
        <source>2: the ends of the scale</source>
        <translation>2&#xa0;: les extrémités du barème</translation>
    </message>
    <message>
        <source>Level {mark}</source>
        <translation>Niveau {mark}</translation>
    </message>
    <message>
        <source>What deserves {mark}</source>
        <translation>Ce qui mérite {mark}</translation>
    </message>
</context>
<context>
    <name>ListChangePanel</name>
    <message>
        <source>Reason, printed under the ranking</source>
        <translation>Motif, imprimé sous le classement</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>“{title}” joins late</source>
        <translation>«&#xa0;{title}&#xa0;» arrive tardivement</translation>
    </message>
    <message>
        <source>“{title}” withdraws</source>
        <translation>Désistement de «&#xa0;{title}&#xa0;»</translation>
    </message>
    <message>
        <source>The rules are frozen: it comes last in the order of passage, and the ranking says so.</source>
        <translation>Le règlement est gelé&#xa0;: ce projet passe en dernier, et une note le dit sous le classement.</translation>
    </message>
    <message>
        <source>It has no place any more. Marks already given stay printed and change nobody else’s result.</source>
        <translation>Ce projet n’est plus classé. Les notes déjà données restent imprimées et ne changent le résultat de personne d’autre.</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Ajouter à la liste</translation>
    </message>
    <message>
        <source>Record the withdrawal</source>
        <translation>Enregistrer le désistement</translation>
    </message>
    <message>
        <source>Say why: the minutes print it.</source>
        <translation>Donnez le motif&#xa0;: le procès-verbal l’imprime.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Saved at {time}</source>
        <translation>Enregistré à {time}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>A copy is kept in {path}</source>
        <translation>Une copie est conservée dans {path}</translation>
    </message>
    <message>
        <source>The work goes on in {path}</source>
        <translation>Le travail continue dans {path}</translation>
    </message>
    <message>
        <source>Undone: {act}</source>
        <translation>Annulé&#xa0;: {act}</translation>
    </message>
    <message>
        <source>Done again: {act}</source>
        <translation>Rétabli&#xa0;: {act}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo: {act}</source>
        <translation>Annuler&#xa0;: {act}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redo: {act}</source>
        <translation>Rétablir&#xa0;: {act}</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>While a session runs</source>
        <translation>Pendant la séance</translation>
    </message>
    <message>
        <source>In the grid of marks</source>
        <translation>Dans la grille de notes</translation>
    </message>
    <message>
        <source>In the ranking</source>
        <translation>Dans le classement</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
</context>
<context>
    <name>MarksDrawer</name>
    <message>
        <source>Marks of this passage</source>
        <translation>Notes de ce passage</translation>
    </message>
</context>
<context>
    <name>MarksPage</name>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>What is still missing, juror by candidacy</source>
        <translation>Ce qui manque encore, juré par candidature</translation>
    </message>
    <message>
        <source>Number of a sheet (F4)</source>
        <translation>N° de grille (F4)</translation>
    </message>
    <message>
        <source>Number of a sheet, typed or scanned</source>
        <translation>Numéro de grille, tapé ou lu par un lecteur</translation>
    </message>
    <message>
        <source>Paper and workbooks</source>
        <translation>Papier et classeurs</translation>
    </message>
    <message>
        <source>There is no jury yet</source>
        <translation>Pas encore de jury</translation>
    </message>
    <message>
        <source>Marks are given by the members of the jury who have a vote: add them under Prepare.</source>
        <translation>Les notes sont données par les membres du jury ayant voix délibérative&#xa0;: ajoutez-les dans Préparer.</translation>
    </message>
    <message>
        <source>Compose the jury</source>
        <translation>Composer le jury</translation>
    </message>
    <message>
        <source>No candidacy is heard in this stage yet</source>
        <translation>Aucune candidature n’est encore entendue dans cette étape</translation>
    </message>
    <message>
        <source>Choose the candidacies and their order of passage under Prepare.</source>
        <translation>Choisissez les candidatures et leur ordre de passage dans Préparer.</translation>
    </message>
    <message>
        <source>Choose the candidacies</source>
        <translation>Choisir les candidatures</translation>
    </message>
    <message>
        <source>There are no rules yet</source>
        <translation>Pas encore de règlement</translation>
    </message>
    <message>
        <source>The rules say what is marked, and on which scale: write and freeze them under Prepare.</source>
        <translation>Le règlement dit ce qui est noté, et sur quelle échelle&#xa0;: rédigez-le et gelez-le dans Préparer.</translation>
    </message>
    <message>
        <source>Write the rules</source>
        <translation>Rédiger le règlement</translation>
    </message>
    <message>
        <source>Enter by passage</source>
        <translation>Saisir par passage</translation>
    </message>
    <message>
        <source>Jurors</source>
        <translation>Jurés</translation>
    </message>
    <message>
        <source>Enter by juror</source>
        <translation>Saisir par juré</translation>
    </message>
    <message>
        <source>Sheets complete: {done} of {all}</source>
        <translation>Grilles complètes&#xa0;: {done} sur {all}</translation>
    </message>
    <message>
        <source>Second entry</source>
        <translation>Contre-saisie</translation>
    </message>
    <message>
        <source>That was the last one; others above still miss marks.</source>
        <translation>C’était la dernière ligne de la liste&#xa0;; il manque encore des notes plus haut.</translation>
    </message>
    <message>
        <source>All the marks of this stage are given.</source>
        <translation>Toutes les notes de cette étape sont données.</translation>
    </message>
    <message>
        <source>{former}: all given. Now {next}.</source>
        <translation>{former}&#xa0;: tout est saisi. Suite&#xa0;: {next}.</translation>
    </message>
    <message>
        <source>Who types the sheets a second time?</source>
        <translation>Qui saisit les grilles une seconde fois&#x202f;?</translation>
    </message>
    <message>
        <source>Another person than the first, from the paper; the name stands in the minutes.</source>
        <translation>Une autre personne que la première, d’après le papier&#x202f;; son nom figurera au procès-verbal.</translation>
    </message>
</context>
<context>
    <name>MeetingPanel</name>
    <message>
        <source>Course of the meeting</source>
        <translation>Déroulement de la réunion</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The jury decides</source>
        <translation>Le jury décide</translation>
    </message>
    <message>
        <source>The jury gives an opinion; the authority decides</source>
        <translation>Le jury rend un avis&#xa0;; l’autorité décide</translation>
    </message>
    <message>
        <source>M. Karim BELKACEM; coach; 16:05</source>
        <translation>M. Karim BELKACEM&#xa0;; coach&#xa0;; 16:05</translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation>Ouverture à</translation>
    </message>
    <message>
        <source>Deliberation from</source>
        <translation>Délibéré à partir de</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>Clôture à</translation>
    </message>
    <message>
        <source>Candidates told on</source>
        <translation>Notification aux candidats le</translation>
    </message>
    <message>
        <source>Reserve list valid until</source>
        <translation>Liste complémentaire valable jusqu’au</translation>
    </message>
    <message>
        <source>Reference of the minutes</source>
        <translation>Référence du procès-verbal</translation>
    </message>
    <message>
        <source>Act that appointed the jury</source>
        <translation>Acte désignant le jury</translation>
    </message>
    <message>
        <source>If somebody else presides, why</source>
        <translation>Si quelqu’un d’autre préside, pourquoi</translation>
    </message>
    <message>
        <source>Deciding authority</source>
        <translation>Autorité qui décide</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Suites</translation>
    </message>
    <message>
        <source>The whole jury deliberated in closed session, after all the hearings.</source>
        <translation>Le jury entier a délibéré à huis clos, après toutes les auditions.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>{field}: now</source>
        <translation>{field}&#xa0;: maintenant</translation>
    </message>
    <message>
        <source>A date, such as 30/04/2020.</source>
        <translation>Une date, par exemple 30/04/2020.</translation>
    </message>
    <message>
        <source>The hour of “{line}” cannot be read.</source>
        <translation>L’heure de «&#xa0;{line}&#xa0;» ne se lit pas.</translation>
    </message>
    <message>
        <source>What the jury’s word is</source>
        <translation>Portée de la délibération</translation>
    </message>
    <message>
        <source>Closed session</source>
        <translation>Huis clos</translation>
    </message>
    <message>
        <source>Others in the room, one per line: name; capacity; hour they left</source>
        <translation>Autres personnes présentes, une par ligne&#xa0;: nom&#xa0;; qualité&#xa0;; heure de départ</translation>
    </message>
    <message>
        <source>Dissenting opinions, one per line: juror: opinion</source>
        <translation>Opinions divergentes, une par ligne&#xa0;: juré&#xa0;: opinion</translation>
    </message>
    <message>
        <source>An hour, such as 14:22.</source>
        <translation>Une heure, par exemple 14:22.</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>Chosen member</source>
        <translation>Membre choisi</translation>
    </message>
    <message>
        <source>Replace by an alternate…</source>
        <translation>Remplacer par un suppléant…</translation>
    </message>
    <message>
        <source>expects no benefit</source>
        <translation>n’attend aucun avantage</translation>
    </message>
    <message>
        <source>no contact with the teams</source>
        <translation>aucun contact avec les équipes</translation>
    </message>
    <message>
        <source>keeps the deliberation secret</source>
        <translation>garde le secret du délibéré</translation>
    </message>
    <message>
        <source>Record the hours</source>
        <translation>Enregistrer les heures</translation>
    </message>
    <message>
        <source>Admit a mark for a passage missed…</source>
        <translation>Admettre une note malgré l’absence…</translation>
    </message>
    <message>
        <source>Declaration of interests</source>
        <translation>Déclaration d’intérêts</translation>
    </message>
    <message>
        <source>Arrived at</source>
        <translation>Arrivée à</translation>
    </message>
    <message>
        <source>Left at</source>
        <translation>Départ à</translation>
    </message>
    <message>
        <source>Only for a late arrival or an early departure, such as 14:22.</source>
        <translation>Seulement pour une arrivée tardive ou un départ anticipé, par exemple 14:22.</translation>
    </message>
    <message>
        <source>Passages missed: no mark is taken from this member for them</source>
        <translation>Passages manqués&#xa0;: ce membre n’y donne aucune note</translation>
    </message>
    <message>
        <source>{juror}, replaced by {alternate}</source>
        <translation>{juror} – remplacement par {alternate}</translation>
    </message>
    <message>
        <source>{title} – mark admitted</source>
        <translation>{title} – note admise</translation>
    </message>
</context>
<context>
    <name>MessagePanel</name>
    <message>
        <source>Message for the room</source>
        <translation>Message à la salle</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>The jury is back in a few minutes</source>
        <translation>Le jury revient dans quelques minutes</translation>
    </message>
    <message>
        <source>The session will go on shortly</source>
        <translation>La séance reprend dans un instant</translation>
    </message>
    <message>
        <source>Please be quiet during the talks</source>
        <translation>Merci de garder le silence pendant les exposés</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copier le message</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>MotionPanel</name>
    <message>
        <source>Vote on a question</source>
        <translation>Vote sur une question</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Au sujet de</translation>
    </message>
    <message>
        <source>The jury as a whole</source>
        <translation>Le jury dans son ensemble</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Contre</translation>
    </message>
</context>
<context>
    <name>MoveMarksDialog</name>
    <message>
        <source>Move marks</source>
        <translation>Déplacer des notes</translation>
    </message>
    <message>
        <source>They were typed on « {title} », by {juror}.</source>
        <translation>Elles ont été saisies sur «&#xa0;{title}&#xa0;», au nom de {juror}.</translation>
    </message>
    <message>
        <source>A sheet is declared final: why it moves</source>
        <translation>Une grille est déclarée définitive&#xa0;: pourquoi la déplacer</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>This sheet alone</source>
        <translation>Cette grille seule</translation>
    </message>
    <message>
        <source>Every juror&apos;s marks on « {title} »</source>
        <translation>Les notes de tous les jurés sur «&#xa0;{title}&#xa0;»</translation>
    </message>
    <message>
        <source>All the marks of {juror}</source>
        <translation>Toutes les notes de {juror}</translation>
    </message>
    <message>
        <source>They belong to</source>
        <translation>Juré à qui elles reviennent</translation>
    </message>
    <message>
        <source>On the project</source>
        <translation>Projet noté</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>Notes à déplacer</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Ne rien déplacer</translation>
    </message>
    <message>
        <source>Choose where they belong.</source>
        <translation>Indiquez à quel juré et à quel projet elles reviennent.</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) move</source>
        <translation>
            <numerusform>%n note se déplace</numerusform>
            <numerusform>%n notes se déplacent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) already there come back in exchange</source>
        <translation>
            <numerusform>%n note déjà là revient en échange</numerusform>
            <numerusform>%n notes déjà là reviennent en échange</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewEditionDialog</name>
    <message>
        <source>New edition</source>
        <translation>Nouvelle édition</translation>
    </message>
    <message>
        <source>It begins with the six stages of the path; their names and dates can be changed at any time.</source>
        <translation>Elle commence avec les six étapes du parcours&#xa0;; leurs noms et leurs dates se modifient à tout moment.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>For instance: 2026 edition</source>
        <translation>Par exemple&#xa0;: Édition 2026</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisme</translation>
    </message>
    <message>
        <source>For instance: Région Hauts-de-France</source>
        <translation>Par exemple&#xa0;: Région Hauts-de-France</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>For instance: Lille</source>
        <translation>Par exemple&#xa0;: Lille</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Choose where to keep it…</source>
        <translation>Choisir où la conserver…</translation>
    </message>
    <message>
        <source>An edition needs a title.</source>
        <translation>Une édition a besoin d’un titre.</translation>
    </message>
</context>
<context>
    <name>OtherDocuments</name>
    <message>
        <source>Other documents</source>
        <translation>Autres documents</translation>
    </message>
    <message>
        <source>Export this document…</source>
        <translation>Exporter ce document…</translation>
    </message>
    <message>
        <source>Minutes, copy for release</source>
        <translation>Procès-verbal, exemplaire communicable</translation>
    </message>
    <message>
        <source>Minutes as a web page</source>
        <translation>Procès-verbal en page web</translation>
    </message>
    <message>
        <source>Minutes as a text file</source>
        <translation>Procès-verbal en texte modifiable</translation>
    </message>
    <message>
        <source>Record of decisions</source>
        <translation>Relevé de décisions</translation>
    </message>
    <message>
        <source>Letters of result</source>
        <translation>Lettres de résultat</translation>
    </message>
    <message>
        <source>Individual statements</source>
        <translation>Relevés individuels</translation>
    </message>
    <message>
        <source>Running order</source>
        <translation>Ordre de passage</translation>
    </message>
    <message>
        <source>Attendance sheet</source>
        <translation>Feuille d’émargement</translation>
    </message>
    <message>
        <source>Declarations of interests</source>
        <translation>Déclarations d’intérêts</translation>
    </message>
    <message>
        <source>Detailed report (restricted)</source>
        <translation>Rapport détaillé (restreint)</translation>
    </message>
    <message>
        <source>Individual sheets (restricted)</source>
        <translation>Grilles individuelles (restreint)</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Candidacies stage by stage</source>
        <translation>Candidatures, étape par étape</translation>
    </message>
    <message>
        <source>Now: {stage}</source>
        <translation>Étape en cours&#xa0;: {stage}</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>à venir</translation>
    </message>
    <message numerus="yes">
        <source>%n candidacy(ies)</source>
        <translation>
            <numerusform>%n candidature</numerusform>
            <numerusform>%n candidatures</numerusform>
        </translation>
    </message>
    <message>
        <source>{out} of {taken}</source>
        <translation>{out} sur {taken}</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Rien ne manque.</translation>
    </message>
    <message>
        <source>This stage has not begun.</source>
        <translation>Cette étape n’a pas commencé.</translation>
    </message>
    <message>
        <source>Go to this stage</source>
        <translation>Aller à cette étape</translation>
    </message>
    <message>
        <source>Decided: {stage}</source>
        <translation>Décidé&#xa0;: {stage}</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>{name}, page {number} of {count}</source>
        <translation>{name}, page {number} sur {count}</translation>
    </message>
</context>
<context>
    <name>PaperSheetsDialog</name>
    <message>
        <source>Each sheet bears a number with check digits, and the same as a code: F4 under Mark finds it.</source>
        <translation>Chaque grille porte un numéro avec chiffres de contrôle, répété dans un code QR&#xa0;: dans Noter, F4 la retrouve.</translation>
    </message>
    <message>
        <source>Blank sheets on paper</source>
        <translation>Grilles vierges sur papier</translation>
    </message>
    <message>
        <source>One A4 for each candidacy, with room for what justifies each mark</source>
        <translation>Une page A4 par candidature, avec la place de justifier chaque note</translation>
    </message>
    <message>
        <source>One table for all the candidacies of a juror</source>
        <translation>Un tableau par juré pour toutes les candidatures</translation>
    </message>
    <message>
        <source>All the jurors</source>
        <translation>Tous les jurés</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Présentation</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Print nothing</source>
        <translation>Ne rien imprimer</translation>
    </message>
    <message>
        <source>Make the PDF…</source>
        <translation>Créer le PDF…</translation>
    </message>
    <message numerus="yes">
        <source>About %n page(s).</source>
        <translation>
            <numerusform>Environ&#xa0;%n page.</numerusform>
            <numerusform>Environ&#xa0;%n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassagePanel</name>
    <message>
        <source>Passage of “{project}”</source>
        <translation>Passage de «&#xa0;{project}&#xa0;»</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Faire</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Call now</source>
        <translation>Appeler maintenant</translation>
    </message>
    <message>
        <source>Note the absence</source>
        <translation>Noter l’absence</translation>
    </message>
    <message>
        <source>Put off until the others are heard</source>
        <translation>Reporter après les autres</translation>
    </message>
    <message>
        <source>Accommodation: more time</source>
        <translation>Aménagement&#xa0;: temps majoré</translation>
    </message>
    <message>
        <source>The jury ends the phase before its time</source>
        <translation>Le jury met fin à la phase avant son terme</translation>
    </message>
    <message>
        <source>Leave the next phase out</source>
        <translation>Ne pas tenir la phase suivante</translation>
    </message>
    <message>
        <source>Stop the passage for good</source>
        <translation>Arrêter définitivement le passage</translation>
    </message>
    <message>
        <source>Stop it and hear it again</source>
        <translation>L’arrêter et le réentendre</translation>
    </message>
    <message>
        <source>Say which attempt counts</source>
        <translation>Dire quelle tentative compte</translation>
    </message>
    <message>
        <source>Correct a time measured</source>
        <translation>Corriger une durée mesurée</translation>
    </message>
    <message>
        <source>The minutes say “accommodation”, and never why.</source>
        <translation>Le procès-verbal dit «&#xa0;aménagement&#xa0;», jamais pourquoi.</translation>
    </message>
    <message>
        <source>Both attempts stay in the minutes; the new one counts unless you say so.</source>
        <translation>Les deux tentatives restent au procès-verbal&#xa0;; la nouvelle compte, sauf si vous dites le contraire.</translation>
    </message>
    <message>
        <source>Nothing can be done about this passage now.</source>
        <translation>Rien ne peut être fait pour ce passage maintenant.</translation>
    </message>
    <message>
        <source>attempt {number}</source>
        <translation>tentative {number}</translation>
    </message>
</context>
<context>
    <name>PassagesModel</name>
    <message>
        <source>{title} – withdrawn</source>
        <translation>{title} – désistement</translation>
    </message>
    <message>
        <source>{title} – joined late</source>
        <translation>{title} – arrivée tardive</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Porteurs</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>passage {number}: {title}</source>
        <translation>passage {number}&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Order of passage</source>
        <translation>Ordre de passage</translation>
    </message>
</context>
<context>
    <name>PassagesSection</name>
    <message>
        <source>Order of passage</source>
        <translation>Ordre de passage</translation>
    </message>
    <message>
        <source>Add a candidacy</source>
        <translation>Ajouter une candidature</translation>
    </message>
    <message>
        <source>+ Add a candidacy: type from its name</source>
        <translation>+ Ajouter une candidature&#xa0;: tapez une partie de son nom</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Monter (Alt+Haut)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Descendre (Alt+Bas)</translation>
    </message>
    <message>
        <source>Take out of the order (Delete)</source>
        <translation>Retirer de l’ordre (Suppr)</translation>
    </message>
    <message>
        <source>No candidacy is heard yet: take some in.</source>
        <translation>Aucune candidature n’est encore entendue&#xa0;: faites-en entrer.</translation>
    </message>
    <message>
        <source>Take all candidacies ({count})</source>
        <translation>Prendre toutes les candidatures ({count})</translation>
    </message>
    <message>
        <source>Take all candidacies ({count}, still to be examined)</source>
        <translation>Prendre toutes les candidatures ({count}, à examiner encore)</translation>
    </message>
    <message numerus="yes">
        <source>Take the admissible candidacies ({count}; %n still to be examined)</source>
        <translation>
            <numerusform>Prendre les candidatures recevables ({count}&#xa0;; %n reste à examiner)</numerusform>
            <numerusform>Prendre les candidatures recevables ({count}&#xa0;; %n restent à examiner)</numerusform>
        </translation>
    </message>
    <message>
        <source>No candidacy can be heard yet: import candidacies first.</source>
        <translation>Aucune candidature ne peut encore être entendue&#xa0;: importez d’abord des candidatures.</translation>
    </message>
    <message>
        <source>Let “{title}” take part again</source>
        <translation>Rétablir «&#xa0;{title}&#xa0;»</translation>
    </message>
    <message>
        <source>“{title}” withdraws…</source>
        <translation>Désistement de «&#xa0;{title}&#xa0;»…</translation>
    </message>
    <message>
        <source>Take those selected at “{stage}” ({count})</source>
        <translation>Prendre celles retenues à «&#xa0;{stage}&#xa0;» ({count})</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhaseLine</name>
    <message>
        <source>counts</source>
        <translation>compte</translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>Talk</source>
        <translation>Exposé</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Deliberation</source>
        <translation>Délibération</translation>
    </message>
    <message>
        <source>Marking and changeover</source>
        <translation>Notation et changement</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>Start: {phase}</source>
        <translation>Démarrer&#xa0;: {phase}</translation>
    </message>
    <message>
        <source>Start the talk</source>
        <translation>Démarrer l’exposé</translation>
    </message>
    <message>
        <source>Start the questions</source>
        <translation>Démarrer les questions</translation>
    </message>
    <message>
        <source>Start the deliberation</source>
        <translation>Démarrer la délibération</translation>
    </message>
    <message>
        <source>Start the marking</source>
        <translation>Démarrer la notation</translation>
    </message>
    <message>
        <source>Start the break</source>
        <translation>Démarrer la pause</translation>
    </message>
    <message>
        <source>Start the opening</source>
        <translation>Démarrer l’ouverture</translation>
    </message>
    <message>
        <source>End: {phase}</source>
        <translation>Fin&#xa0;: {phase}</translation>
    </message>
    <message>
        <source>End of the talk</source>
        <translation>Fin de l’exposé</translation>
    </message>
    <message>
        <source>End of the questions</source>
        <translation>Fin des questions</translation>
    </message>
    <message>
        <source>End of the deliberation</source>
        <translation>Fin de la délibération</translation>
    </message>
    <message>
        <source>End of the marking</source>
        <translation>Fin de la notation</translation>
    </message>
    <message>
        <source>End of the break</source>
        <translation>Fin de la pause</translation>
    </message>
    <message>
        <source>End of the opening</source>
        <translation>Fin de l’ouverture</translation>
    </message>
</context>
<context>
    <name>PicturesDialog</name>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Which picture</source>
        <translation>Choix de l’image</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Data of the picture</source>
        <translation>Données de l’image</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Profile: {title}</source>
        <translation>Profil&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Ranking, with what one juror less would change</source>
        <translation>Classement, avec ce que changerait un juré de moins</translation>
    </message>
    <message>
        <source>Places by other methods</source>
        <translation>Rangs selon d’autres méthodes</translation>
    </message>
    <message>
        <source>Sheets of the jury</source>
        <translation>Grilles du jury</translation>
    </message>
    <message>
        <source>Path of the candidacies</source>
        <translation>Parcours des candidatures</translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>Place of “{project}” in the running order</source>
        <translation>Position de «&#xa0;{project}&#xa0;» dans l’ordre de passage</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Place (1 to {last})</source>
        <translation>Position (1 à {last})</translation>
    </message>
    <message>
        <source>Reason for changing the order</source>
        <translation>Motif de la dérogation à l’ordre</translation>
    </message>
    <message>
        <source>A number from 1 to {last}</source>
        <translation>Un nombre de 1 à {last}</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>Rules</source>
        <translation>Règlement</translation>
    </message>
    <message>
        <source>Jury</source>
        <translation>Jury</translation>
    </message>
    <message>
        <source>Order of passage</source>
        <translation>Ordre de passage</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Temps</translation>
    </message>
</context>
<context>
    <name>PresencePanel</name>
    <message>
        <source>Who is there</source>
        <translation>Présences</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Each change is written with its hour.</source>
        <translation>Chaque changement est noté avec son heure.</translation>
    </message>
</context>
<context>
    <name>ProclamationPanel</name>
    <message>
        <source>Proclaim the results</source>
        <translation>Proclamer les résultats</translation>
    </message>
    <message>
        <source>After the proclamation nothing in this stage changes any more, neither a mark nor a decision. A material error can still be put right, as a new version with its reason.</source>
        <translation>Après la proclamation, plus rien ne change dans cette étape, ni note ni décision. Une erreur matérielle peut encore être rectifiée, par une nouvelle version motivée.</translation>
    </message>
    <message>
        <source>Proclaimed by</source>
        <translation>Proclamés par</translation>
    </message>
    <message>
        <source>The minutes stay provisional until this is there:</source>
        <translation>Le procès-verbal reste provisoire tant qu’il y manque&#xa0;:</translation>
    </message>
</context>
<context>
    <name>ProgressModel</name>
    <message>
        <source>{done} of {all} sheets complete</source>
        <translation>{done} grilles complètes sur {all}</translation>
    </message>
</context>
<context>
    <name>PublicationPanel</name>
    <message>
        <source>Publish on the room’s screen</source>
        <translation>Publier sur l’écran de la salle</translation>
    </message>
    <message>
        <source>Show the next place</source>
        <translation>Montrer le rang suivant</translation>
    </message>
    <message>
        <source>Take it off the screen</source>
        <translation>Retirer de l’écran</translation>
    </message>
    <message>
        <source>The adopted ranking appears on the room’s screen one place at a time, from the last one: names and places, never a mark. Whoever has no place is not shown.</source>
        <translation>Le classement arrêté apparaît sur l’écran de la salle un rang à la fois, du dernier au premier&#xa0;: des noms et des rangs, jamais une note. Les projets sans rang n’y figurent pas.</translation>
    </message>
    <message>
        <source>Nothing is shown yet.</source>
        <translation>Rien n’est encore montré.</translation>
    </message>
</context>
<context>
    <name>PutQuestionsPanel</name>
    <message>
        <source>Questions to put</source>
        <translation>Questions à poser</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>The session has gone on since this was asked: nothing was done. Ask again if it is still so.</source>
        <translation>La séance a continué depuis cette question&#xa0;: rien n’a été fait. Posez-la de nouveau si elle vaut toujours.</translation>
    </message>
    <message>
        <source>Already heard, can no longer be given the same: {projects}</source>
        <translation>Déjà entendus, non compensables&#xa0;: {projects}</translation>
    </message>
    <message>
        <source>The incident took {time} of a phase of {allotted}.</source>
        <translation>L’incident a pris {time} sur une phase de {allotted}.</translation>
    </message>
    <message>
        <source>Hear the passage again?</source>
        <translation>Réentendre le passage&#xa0;?</translation>
    </message>
    <message>
        <source>Stop and hear again</source>
        <translation>Arrêter et réentendre</translation>
    </message>
    <message>
        <source>Not heard yet: {projects}</source>
        <translation>Pas encore entendus&#xa0;: {projects}</translation>
    </message>
    <message>
        <source>Close the session</source>
        <translation>Clore la séance</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>Open the session again</source>
        <translation>Rouvrir la séance</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir</translation>
    </message>
</context>
<context>
    <name>QuestionsPanel</name>
    <message>
        <source>No question yet. What the jury wants to ask stands here, in the session and in the minutes.</source>
        <translation>Pas encore de question. Ce que le jury veut demander figure ici, en séance et au procès-verbal.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Questions to the other projects</source>
        <translation>Questions aux autres projets</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Nouvelle question</translation>
    </message>
    <message>
        <source>{title}: {answered} of {asked} answered</source>
        <translation>{title}&#xa0;: répondu à {answered} sur {asked}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
</context>
<context>
    <name>RankingsLine</name>
    <message>
        <source>Computed, adopted and decided ranking</source>
        <translation>Classement arithmétique, arrêté, décidé</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Classement arithmétique</translation>
    </message>
    <message>
        <source>decided by the authority: {titles}</source>
        <translation>décidé par l’autorité&#xa0;: {titles}</translation>
    </message>
    <message>
        <source>not adopted yet</source>
        <translation>pas encore arrêté</translation>
    </message>
    <message>
        <source>adopted before marks changed: to be adopted again</source>
        <translation>arrêté avant que des notes ne changent&#xa0;: à arrêter de nouveau</translation>
    </message>
    <message>
        <source>adopted as computed on {at}</source>
        <translation>arrêté tel quel le {at}</translation>
    </message>
    <message>
        <source>{title}: {adopted} instead of {computed}</source>
        <translation>{title}&#xa0;: {adopted} au lieu de {computed}</translation>
    </message>
    <message>
        <source>adopted otherwise on {at} ({moved})</source>
        <translation>arrêté autrement le {at} ({moved})</translation>
    </message>
</context>
<context>
    <name>ReadinessLine</name>
    <message>
        <source>Go to the session ›</source>
        <translation>Aller à la séance&#xa0;›</translation>
    </message>
    <message>
        <source>Go to the session</source>
        <translation>Aller à la séance</translation>
    </message>
    <message>
        <source>The session is still open.</source>
        <translation>La séance est encore ouverte.</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) not heard.</source>
        <translation>
            <numerusform>%n passage n’a pas été entendu.</numerusform>
            <numerusform>%n passages n’ont pas été entendus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them marked all the same.</source>
        <translation>
            <numerusform>%n d’entre eux est pourtant noté.</numerusform>
            <numerusform>%n d’entre eux sont pourtant notés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
</context>
<context>
    <name>RecentLine</name>
    <message>
        <source>no longer there</source>
        <translation>introuvable</translation>
    </message>
</context>
<context>
    <name>ReconciliationDialog</name>
    <message>
        <source>Workbooks that came back</source>
        <translation>Classeurs revenus</translation>
    </message>
    <message>
        <source>Files by candidacy</source>
        <translation>Fichiers par candidature</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Show all differences</source>
        <translation>Montrer toutes les différences</translation>
    </message>
    <message>
        <source>✓ unchanged · + new · ≠ changed by the juror · ⇄ changed on both sides · ∅ emptied · ! refused · – nothing due</source>
        <translation>✓ inchangé · + nouveau · ≠ modifié par le juré · ⇄ modifié des deux côtés · ∅ effacé ·&#x202f;! refusé · – rien d’attendu</translation>
    </message>
    <message>
        <source>Differences, ticked where they are to be taken</source>
        <translation>Différences, cochées si elles sont à reprendre</translation>
    </message>
    <message>
        <source>Take nothing</source>
        <translation>Ne rien reprendre</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>nouvelles&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>modifiées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{count} to decide</source>
        <translation>à trancher&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>refusées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{count} unchanged</source>
        <translation>inchangées&#xa0;: {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n value(s)</source>
        <translation>
            <numerusform>Reprendre&#xa0;%n valeur</numerusform>
            <numerusform>Reprendre&#xa0;%n valeurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>One act, which can be undone.</source>
        <translation>Un seul acte, qui pourra être annulé.</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>Rien n’est coché.</translation>
    </message>
    <message>
        <source>Everything that came back is on file already.</source>
        <translation>Tout ce qui est revenu est déjà enregistré.</translation>
    </message>
</context>
<context>
    <name>RectificationPanel</name>
    <message>
        <source>Rectify a material error</source>
        <translation>Rectifier une erreur matérielle</translation>
    </message>
    <message>
        <source>Open the rectification</source>
        <translation>Ouvrir la rectification</translation>
    </message>
    <message>
        <source>Only a material error: a mark copied wrongly, a name, a date. The stage opens again, and its results are proclaimed anew; the first proclamation stays on file.</source>
        <translation>Une erreur matérielle seulement&#xa0;: une note mal recopiée, un nom, une date. L’étape est rouverte et ses résultats sont proclamés de nouveau&#xa0;; la première proclamation reste au dossier.</translation>
    </message>
    <message>
        <source>The error</source>
        <translation>L’erreur</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Ouverte par</translation>
    </message>
</context>
<context>
    <name>RecusalForm</name>
    <message>
        <source>Juror</source>
        <translation>Membre du jury</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Demandé par</translation>
    </message>
    <message>
        <source>Level and effect</source>
        <translation>Niveau et effet</translation>
    </message>
    <message>
        <source>The link, as printed in the minutes</source>
        <translation>Le lien, tel qu’imprimé au procès-verbal</translation>
    </message>
    <message>
        <source>Reason of the ruling</source>
        <translation>Motif de la décision</translation>
    </message>
    <message>
        <source>Left the room at</source>
        <translation>Sortie de la salle à</translation>
    </message>
    <message>
        <source>Came back at</source>
        <translation>Retour à</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>Déclarer</translation>
    </message>
    <message>
        <source>Declare and uphold</source>
        <translation>Déclarer et admettre le déport</translation>
    </message>
    <message>
        <source>Uphold</source>
        <translation>Admettre le déport</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Save the corrections</source>
        <translation>Enregistrer les corrections</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>New recusal</source>
        <translation>Nouveau déport</translation>
    </message>
    <message>
        <source>The whole stage</source>
        <translation>Toute l’étape</translation>
    </message>
    <message>
        <source>Say what the link is.</source>
        <translation>Dites quel est le lien.</translation>
    </message>
    <message>
        <source>Say why it is dismissed.</source>
        <translation>Dites pourquoi il est écarté.</translation>
    </message>
</context>
<context>
    <name>RecusalsCard</name>
    <message>
        <source>Recusals</source>
        <translation>Déports</translation>
    </message>
    <message>
        <source>No link is declared. Whoever has one leaves the marking of that project.</source>
        <translation>Aucun lien n’est déclaré. Un membre qui a un lien avec un projet ne le note pas.</translation>
    </message>
    <message>
        <source>+ Declare a recusal</source>
        <translation>+ Déclarer un déport</translation>
    </message>
    <message>
        <source>Juror</source>
        <translation>Membre</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Demandé par</translation>
    </message>
    <message>
        <source>The link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>reason missing</source>
        <translation>motif à compléter</translation>
    </message>
    <message>
        <source>Ruling</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Recusals and challenges</source>
        <translation>Déports et récusations</translation>
    </message>
    <message numerus="yes">
        <source>%n ruling(s) awaited</source>
        <translation>
            <numerusform>%n décision attendue</numerusform>
            <numerusform>%n décisions attendues</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole stage</source>
        <translation>Toute l’étape</translation>
    </message>
    <message>
        <source>Likely links to ask about</source>
        <translation>Liens probables, à vérifier</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Declare…</source>
        <translation>Déclarer…</translation>
    </message>
    <message>
        <source>Declare: {link}</source>
        <translation>Déclarer&#xa0;: {link}</translation>
    </message>
    <message>
        <source>Take out: {juror}</source>
        <translation>Ôter&#xa0;: {juror}</translation>
    </message>
</context>
<context>
    <name>RefusedFile</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>!  {file} is refused; the rules have stayed as they were.</source>
        <translation>!  {file} est refusé&#x202f;; le règlement est resté tel quel.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplacementForm</name>
    <message>
        <source>Give the seat over</source>
        <translation>Céder le siège</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Alternate: choose or type a name</source>
        <translation>Suppléance&#xa0;: choisissez ou tapez un nom</translation>
    </message>
    <message>
        <source>Reason, printed in the minutes</source>
        <translation>Motif, imprimé au procès-verbal</translation>
    </message>
    <message>
        <source>Since (empty: before the session)</source>
        <translation>Depuis (vide&#xa0;: avant la séance)</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>Remplacement</translation>
    </message>
    <message>
        <source>Passages the alternate hears and marks</source>
        <translation>Passages que le suppléant entend et note</translation>
    </message>
    <message>
        <source>Marks given before stay those of the member who gave them.</source>
        <translation>Les notes déjà données restent à qui les a données.</translation>
    </message>
    <message>
        <source>Say who takes the seat.</source>
        <translation>Dites qui prend le siège.</translation>
    </message>
    <message>
        <source>Say why: the minutes print it.</source>
        <translation>Donnez le motif&#xa0;: le procès-verbal l’imprime.</translation>
    </message>
</context>
<context>
    <name>ReservePanel</name>
    <message>
        <source>Call the reserve list</source>
        <translation>Appeler la liste complémentaire</translation>
    </message>
    <message>
        <source>Call it</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>In place of</source>
        <translation>En remplacement de</translation>
    </message>
    <message>
        <source>Called on</source>
        <translation>Appelée le</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Nobody waits on the reserve list</source>
        <translation>Personne n’attend sur la liste complémentaire</translation>
    </message>
    <message>
        <source>Then: {titles}.</source>
        <translation>Ensuite&#xa0;: {titles}.</translation>
    </message>
    <message>
        <source>The list is valid until {date}.</source>
        <translation>La liste est valable jusqu’au {date}.</translation>
    </message>
</context>
<context>
    <name>RobustnessView</name>
    <message>
        <source>‹ Ranking (Esc)</source>
        <translation>‹ Classement (Échap)</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Sans</translation>
    </message>
    <message>
        <source>With the weight of</source>
        <translation>Avec le poids</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Robustness of the ranking</source>
        <translation>Robustesse du classement</translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation>Robustesse</translation>
    </message>
    <message>
        <source>Beside the ranking, never in its place: nothing on this page is official.</source>
        <translation>En marge du classement, jamais à sa place&#xa0;: rien sur cette page n’est officiel.</translation>
    </message>
    <message>
        <source>At the line</source>
        <translation>La limite</translation>
    </message>
    <message>
        <source>What would turn the cut</source>
        <translation>Ce qui ferait changer la sélection</translation>
    </message>
    <message>
        <source>One juror less</source>
        <translation>Un juré de moins</translation>
    </message>
    <message>
        <source>Other weights</source>
        <translation>D’autres poids</translation>
    </message>
    <message>
        <source>Other methods</source>
        <translation>D’autres méthodes</translation>
    </message>
    <message>
        <source>How jurors mark</source>
        <translation>Comment notent les jurés</translation>
    </message>
    <message>
        <source>Where jurors part</source>
        <translation>Où les jurés divergent</translation>
    </message>
    <message>
        <source>Agreement and order of passage</source>
        <translation>Accord et ordre de passage</translation>
    </message>
    <message>
        <source>Being worked out…</source>
        <translation>Calcul en cours…</translation>
    </message>
    <message>
        <source>Marks have changed: being worked out again…</source>
        <translation>Les notes ont changé&#xa0;: nouveau calcul en cours…</translation>
    </message>
    <message>
        <source>Of the marks as they are.</source>
        <translation>Avec les notes actuelles.</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>Next: {project}</source>
        <translation>À suivre&#xa0;: {project}</translation>
    </message>
</context>
<context>
    <name>RoomFace</name>
    <message>
        <source>Room screen</source>
        <translation>Écran de la salle</translation>
    </message>
    <message>
        <source>Interruption</source>
        <translation>Interruption</translation>
    </message>
    <message>
        <source>Black screen</source>
        <translation>Écran noir</translation>
    </message>
</context>
<context>
    <name>RoomPanel</name>
    <message>
        <source>What the room sees</source>
        <translation>Ce que voit la salle</translation>
    </message>
    <message>
        <source>Screen of the audience</source>
        <translation>Écran du public</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <source>Message…</source>
        <translation>Message…</translation>
    </message>
    <message>
        <source>Room screen</source>
        <translation>Écran de la salle</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>non affiché</translation>
    </message>
    <message>
        <source>full screen on “{screen}”</source>
        <translation>plein écran sur «&#xa0;{screen}&#xa0;»</translation>
    </message>
    <message>
        <source>one screen only: a small window</source>
        <translation>un seul écran&#xa0;: petite fenêtre</translation>
    </message>
    <message>
        <source>the audience’s screen is lost</source>
        <translation>écran public perdu</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Réafficher</translation>
    </message>
    <message>
        <source>Take the message away</source>
        <translation>Retirer le message</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Room screen · Jury Desk</source>
        <translation>Écran de la salle · Jury Desk</translation>
    </message>
</context>
<context>
    <name>RulesBeginning</name>
    <message>
        <source>How will this jury mark and rank?</source>
        <translation>Comment ce jury va-t-il noter et classer&#x202f;?</translation>
    </message>
    <message>
        <source>Begin with ready-made rules and make them yours: criteria, weights, scales, ties and places can all be changed until you freeze them.</source>
        <translation>Partez d’un règlement tout prêt et adaptez-le&#xa0;: critères, poids, barèmes, ex&#xa0;æquo et places se modifient jusqu’au gel.</translation>
    </message>
    <message>
        <source>Begin with one criterion alone</source>
        <translation>Commencer par un seul critère</translation>
    </message>
    <message>
        <source>Take the rules of a file (TOML)…</source>
        <translation>Reprendre le règlement d’un fichier (TOML)…</translation>
    </message>
    <message>
        <source>Rules of the jury</source>
        <translation>Règlement du jury</translation>
    </message>
    <message>
        <source>New criterion</source>
        <translation>Nouveau critère</translation>
    </message>
</context>
<context>
    <name>RulesEditor</name>
    <message>
        <source>Title of the rules</source>
        <translation>Titre du règlement</translation>
    </message>
    <message>
        <source>Freeze the rules</source>
        <translation>Geler le règlement</translation>
    </message>
    <message>
        <source>In words, as the minutes will print it</source>
        <translation>En toutes lettres, comme au procès-verbal</translation>
    </message>
    <message>
        <source>Freezing fixes these rules with today’s date and a fingerprint, and opens the grids. Marks can only be given under frozen rules.</source>
        <translation>Le gel fixe ce règlement à la date du jour avec une empreinte, et ouvre les grilles. Les notes ne se donnent que sous un règlement gelé.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Four fifths of every scale give {result}</source>
        <translation>Les quatre cinquièmes de chaque barème donnent {result}</translation>
    </message>
    <message>
        <source>{mark} everywhere gives {result}</source>
        <translation>{mark} partout donne {result}</translation>
    </message>
</context>
<context>
    <name>RulesFiles</name>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Take the rules of a TOML file</source>
        <translation>Reprendre le règlement d’un fichier TOML</translation>
    </message>
    <message>
        <source>Write these rules as a TOML file</source>
        <translation>Écrire ce règlement dans un fichier TOML</translation>
    </message>
    <message>
        <source>Rules taken from {file}</source>
        <translation>Règlement repris de {file}</translation>
    </message>
    <message>
        <source>Rules written to {file}</source>
        <translation>Règlement écrit dans {file}</translation>
    </message>
</context>
<context>
    <name>RulesReader</name>
    <message>
        <source>Amend the rules…</source>
        <translation>Modifier le règlement…</translation>
    </message>
    <message>
        <source>Frozen rules change by an amendment alone: a new version beside this one, with its reason.</source>
        <translation>Un règlement gelé ne change que par une nouvelle version, à côté de celle-ci, avec son motif.</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Rules</source>
        <translation>Règlement</translation>
    </message>
    <message>
        <source>Amendment, in force once it is frozen</source>
        <translation>Modification, en vigueur une fois gelée</translation>
    </message>
    <message>
        <source>Frozen on {date} · fingerprint {fingerprint}…</source>
        <translation>Gelé le {date} · empreinte {fingerprint}…</translation>
    </message>
    <message numerus="yes">
        <source>Not kept yet: %n thing(s) to put right</source>
        <translation>
            <numerusform>Pas encore conservé&#xa0;:&#xa0;%n point à corriger</numerusform>
            <numerusform>Pas encore conservé&#xa0;:&#xa0;%n points à corriger</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft, kept as you write</source>
        <translation>Brouillon, conservé à mesure que vous écrivez</translation>
    </message>
</context>
<context>
    <name>RulesSettings</name>
    <message>
        <source>Ties</source>
        <translation>Ex æquo</translation>
    </message>
    <message>
        <source>From marks to a result</source>
        <translation>Des notes au résultat</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Arrondis</translation>
    </message>
    <message>
        <source>Earlier stages</source>
        <translation>Étapes antérieures</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>How the jury sits</source>
        <translation>Séance et votes</translation>
    </message>
    <message>
        <source>also when not the same jurors marked</source>
        <translation>même si les jurés ne sont pas les mêmes</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>who is recused on a passage still counts</source>
        <translation>un membre déporté sur un passage y compte encore</translation>
    </message>
    <message>
        <source>who was not there does not mark</source>
        <translation>un membre absent au passage ne le note pas</translation>
    </message>
    <message>
        <source>of who presides, when votes are equal</source>
        <translation>de la présidence, à égalité de voix</translation>
    </message>
    <message>
        <source>none: places on the exact value</source>
        <translation>aucun&#xa0;: places sur la valeur exacte</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>to the thousandth</source>
        <translation>au millième</translation>
    </message>
    <message>
        <source>to the hundredth</source>
        <translation>au centième</translation>
    </message>
    <message>
        <source>to the tenth</source>
        <translation>au dixième</translation>
    </message>
    <message>
        <source>to the quarter</source>
        <translation>au quart</translation>
    </message>
    <message>
        <source>to the half</source>
        <translation>à la moitié</translation>
    </message>
    <message>
        <source>to the unit</source>
        <translation>à l’unité</translation>
    </message>
</context>
<context>
    <name>RunningClock</name>
    <message>
        <source>Clock of the session</source>
        <translation>Chronomètre de la séance</translation>
    </message>
    <message>
        <source>Go to the session</source>
        <translation>Aller à la séance</translation>
    </message>
</context>
<context>
    <name>SavedState</name>
    <message>
        <source>Saved state</source>
        <translation>État de l’enregistrement</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Enregistré {time}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Not saved since {time}</source>
        <translation>Non enregistré depuis {time}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Every act is written to the file at once; there is nothing to save.</source>
        <translation>Chaque acte est écrit aussitôt dans le fichier&#xa0;; il n’y a rien à enregistrer.</translation>
    </message>
</context>
<context>
    <name>ScoreDelegate</name>
    <message>
        <source>it could not be written.</source>
        <translation>elle n’a pas pu être écrite.</translation>
    </message>
</context>
<context>
    <name>ScoreGrid</name>
    <message>
        <source>Marks</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>its answer was not given before the page was left.</source>
        <translation>la réponse n’a pas été donnée avant que la page ne soit quittée.</translation>
    </message>
    <message>
        <source>Type the marks: Enter goes down, Tab goes right.</source>
        <translation>Tapez les notes&#xa0;: Entrée descend, Tab va à droite.</translation>
    </message>
    <message>
        <source>{criterion}: from {low} to {high}, in steps of {step}</source>
        <translation>{criterion}&#xa0;: de {low} à {high}, par pas de {step}</translation>
    </message>
    <message>
        <source>Keypad: a complete mark moves on</source>
        <translation>Pavé numérique&#xa0;: une note complète passe à la suivante</translation>
    </message>
    <message>
        <source>Enter goes down</source>
        <translation>Entrée descend</translation>
    </message>
    <message>
        <source>a absent · r recused · x abstained · Delete clears · Shift+F2 comments · Ctrl+Z takes back</source>
        <translation>a absence · r déport · x abstention · Suppr efface · Maj+F2 commente · Ctrl+Z annule</translation>
    </message>
    <message>
        <source>All the marks here are given.</source>
        <translation>Toutes les notes attendues ici sont données.</translation>
    </message>
    <message>
        <source>That was the last cell here.</source>
        <translation>C’était la dernière case.</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) are still missing above.</source>
        <translation>
            <numerusform>Il manque encore %n note plus haut.</numerusform>
            <numerusform>Il manque encore %n notes plus haut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter goes on to the next; the arrows go back.</source>
        <translation>Entrée passe à la suite&#xa0;; les flèches reviennent.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) not taken, struck out in the grid: {first}</source>
        <translation>
            <numerusform>%n valeur refusée, barrée dans la grille&#xa0;: {first}</numerusform>
            <numerusform>%n valeurs refusées, barrées dans la grille&#xa0;: {first}</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
</context>
<context>
    <name>ScoresheetModel</name>
    <message>
        <source>This sheet is declared final: why the change?</source>
        <translation>Cette grille est déclarée définitive&#xa0;: pourquoi ce changement&#x202f;?</translation>
    </message>
</context>
<context>
    <name>SecondEntry</name>
    <message>
        <source>End the second entry</source>
        <translation>Terminer la contre-saisie</translation>
    </message>
    <message>
        <source>Second entry by {name}: type the paper again. {verified} of {total} sheets verified.</source>
        <translation>Contre-saisie par {name}, d’après le papier. Grilles vérifiées&#xa0;: {verified} sur {total}.</translation>
    </message>
</context>
<context>
    <name>SecondEntryModel</name>
    <message>
        <source>This sheet was typed twice already, the same.</source>
        <translation>Cette grille a déjà été saisie deux fois, à l’identique.</translation>
    </message>
    <message>
        <source>The first entry of this sheet is not complete yet.</source>
        <translation>La première saisie de cette grille n’est pas encore complète.</translation>
    </message>
    <message>
        <source>Type the mark that stands on the paper; an empty cell is not compared.</source>
        <translation>Tapez la note qui figure sur le papier&#x202f;; une case vide n’est pas comparée.</translation>
    </message>
    <message>
        <source>Not what the first entry says. Read the paper again, then type what it says.</source>
        <translation>Cette valeur diffère de la première saisie. Relisez le papier, puis tapez ce qui y figure.</translation>
    </message>
    <message>
        <source>The second entry differs from the first, twice: what happened?</source>
        <translation>La seconde saisie diffère deux fois de la première&#xa0;: que s’est-il passé&#x202f;?</translation>
    </message>
    <message>
        <source>to be typed again</source>
        <translation>à saisir de nouveau</translation>
    </message>
</context>
<context>
    <name>SectionIndex</name>
    <message>
        <source>Sections of the page</source>
        <translation>Sections de la page</translation>
    </message>
    <message>
        <source>in view</source>
        <translation>affichée</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>planned {planned}, now {expected}</source>
        <translation>prévu {planned}, désormais {expected}</translation>
    </message>
    <message>
        <source>planned end {planned}</source>
        <translation>fin prévue {planned}</translation>
    </message>
    <message>
        <source>planned end {planned} · expected {expected} ({drift} min)</source>
        <translation>fin prévue {planned} · estimée {expected} ({drift}&#xa0;min)</translation>
    </message>
    <message>
        <source>planned end {planned} · true end {expected} ({drift} min)</source>
        <translation>fin prévue {planned} · réelle {expected} ({drift}&#xa0;min)</translation>
    </message>
    <message>
        <source>since the true start: {drift} min</source>
        <translation>depuis le départ réel&#xa0;: {drift}&#xa0;min</translation>
    </message>
    <message>
        <source>Could be won back, talks and questions untouched: {phases}</source>
        <translation>À regagner sans toucher aux exposés ni aux questions&#xa0;: {phases}</translation>
    </message>
    <message>
        <source>{jurors} out</source>
        <translation>{jurors} en déport</translation>
    </message>
    <message>
        <source>without {jurors}</source>
        <translation>sans {jurors}</translation>
    </message>
    <message>
        <source>Present {present}/{total}</source>
        <translation>Présents {present}/{total}</translation>
    </message>
    <message>
        <source>quorum {needed}</source>
        <translation>quorum {needed}</translation>
    </message>
    <message>
        <source>{jurors} out of passage {number}</source>
        <translation>{jurors} se déporte au passage {number}</translation>
    </message>
    <message>
        <source>must leave: {jurors}</source>
        <translation>doit sortir&#xa0;: {jurors}</translation>
    </message>
    <message>
        <source>has left: {jurors}</source>
        <translation>sorti&#xa0;: {jurors}</translation>
    </message>
    <message>
        <source>stay out: {jurors}</source>
        <translation>reste dehors&#xa0;: {jurors}</translation>
    </message>
    <message>
        <source>may come back: {jurors}</source>
        <translation>peut revenir&#xa0;: {jurors}</translation>
    </message>
    <message>
        <source>Marks of this passage {given}/{owed}</source>
        <translation>Notes de ce passage {given}/{owed}</translation>
    </message>
    <message>
        <source>of {time}</source>
        <translation>sur {time}</translation>
    </message>
    <message>
        <source>accommodation</source>
        <translation>aménagement</translation>
    </message>
    <message>
        <source>spoken {time}</source>
        <translation>parlé {time}</translation>
    </message>
    <message>
        <source>granted {time}</source>
        <translation>accordé {time}</translation>
    </message>
    <message>
        <source>pauses {time}</source>
        <translation>pauses {time}</translation>
    </message>
    <message>
        <source>interruptions {time}</source>
        <translation>interruptions {time}</translation>
    </message>
    <message>
        <source>The session is closed</source>
        <translation>La séance est close</translation>
    </message>
    <message>
        <source>{heard} of {count} heard</source>
        <translation>{heard} passages entendus sur {count}</translation>
    </message>
    <message>
        <source>idle for {time}</source>
        <translation>à l’arrêt depuis {time}</translation>
    </message>
    <message>
        <source>interrupted: the decision is yours</source>
        <translation>interrompu&#xa0;: à vous de décider</translation>
    </message>
    <message>
        <source>paused for {time}</source>
        <translation>en pause depuis {time}</translation>
    </message>
    <message>
        <source>begun {time} before the key was pressed</source>
        <translation>commencé {time} avant l’appui</translation>
    </message>
    <message>
        <source>Open the session again…</source>
        <translation>Rouvrir la séance…</translation>
    </message>
    <message>
        <source>Close the session…</source>
        <translation>Clore la séance…</translation>
    </message>
    <message>
        <source>Call “{project}”</source>
        <translation>Appeler «&#xa0;{project}&#xa0;»</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>à venir</translation>
    </message>
    <message>
        <source>called</source>
        <translation>appelé</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>entendu</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>reporté</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>Next: {project}</source>
        <translation>À suivre&#xa0;: {project}</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}&#xa0;min {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>Interruption {alive}–{back} ({lasted}).</source>
        <translation>Interruption {alive}–{back} ({lasted}).</translation>
    </message>
    <message>
        <source>Interruption {alive}–{back} (estimated at {lasted}).</source>
        <translation>Interruption {alive}–{back} (estimée à {lasted}).</translation>
    </message>
    <message>
        <source>Given so far to the {count} candidates before: {given}.</source>
        <translation>Déjà accordé aux {count} candidats précédents&#xa0;: {given}.</translation>
    </message>
    <message>
        <source>The candidate before was given no more time.</source>
        <translation>Le candidat précédent n’a eu aucun ajout.</translation>
    </message>
    <message>
        <source>The {count} candidates before were given no more time.</source>
        <translation>Les {count} candidats précédents n’ont eu aucun ajout.</translation>
    </message>
    <message>
        <source>Median spoken {time}.</source>
        <translation>Médiane {time}.</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Running order</source>
        <translation>Ordre de passage</translation>
    </message>
    <message>
        <source>Draw by lot…</source>
        <translation>Tirer au sort…</translation>
    </message>
    <message>
        <source>No candidacy is heard in this stage yet</source>
        <translation>Aucune candidature n’est encore entendue dans cette étape</translation>
    </message>
    <message>
        <source>Choose the candidacies and their order of passage under Prepare.</source>
        <translation>Choisissez les candidatures et leur ordre de passage dans Préparer.</translation>
    </message>
    <message>
        <source>Choose the candidacies</source>
        <translation>Choisir les candidatures</translation>
    </message>
    <message>
        <source>The session of another stage is under way</source>
        <translation>La séance d’une autre étape est en cours</translation>
    </message>
    <message>
        <source>Close that one first: there is one clock.</source>
        <translation>Closez-la d’abord&#xa0;: il n’y a qu’un chronomètre.</translation>
    </message>
    <message>
        <source>Draw again…</source>
        <translation>Tirer de nouveau…</translation>
    </message>
    <message>
        <source>The results are proclaimed: the session stays closed.</source>
        <translation>Les résultats sont proclamés&#xa0;: la séance reste close.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Edition</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisme</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>The documents give their hours in it.</source>
        <translation>Les heures des documents sont données dans ce fuseau.</translation>
    </message>
    <message>
        <source>How to appeal, and until when</source>
        <translation>Voies et délais de recours</translation>
    </message>
    <message>
        <source>Printed under every letter of result, in the words of your legal service. Empty: letters say nothing.</source>
        <translation>Ce texte de votre service juridique est imprimé au bas de chaque lettre de résultat. S’il est vide, les lettres n’en disent rien.</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Dates as 2020-03-05 or 05/03/2020. They are printed in the documents.</source>
        <translation>Dates sous la forme 05/03/2020 ou 2020-03-05. Elles figurent dans les documents.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>jj/mm/aaaa</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Comme l’ordinateur</translation>
    </message>
    <message>
        <source>Metropolitan France</source>
        <translation>France métropolitaine</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>Martinique</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>Guadeloupe</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>Guyane</translation>
    </message>
    <message>
        <source>Saint-Pierre-et-Miquelon</source>
        <translation>Saint-Pierre-et-Miquelon</translation>
    </message>
    <message>
        <source>La Réunion</source>
        <translation>La Réunion</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>Mayotte</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>Nouvelle-Calédonie</translation>
    </message>
    <message>
        <source>French Polynesia (Tahiti)</source>
        <translation>Polynésie française (Tahiti)</translation>
    </message>
    <message>
        <source>Wallis-et-Futuna</source>
        <translation>Wallis-et-Futuna</translation>
    </message>
    <message>
        <source>An edition needs a title.</source>
        <translation>Une édition a besoin d’un titre.</translation>
    </message>
</context>
<context>
    <name>SeverityModel</name>
    <message>
        <source>Juror</source>
        <translation>Juré</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Grilles</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>With the same projects</source>
        <translation>À projets égaux</translation>
    </message>
    <message>
        <source>How far above or below the jury&apos;s mean, were all to mark the same projects</source>
        <translation>À quelle distance de la moyenne du jury, si tous notaient les mêmes projets</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Dispersion</translation>
    </message>
    <message>
        <source>The standard deviation of the totals given</source>
        <translation>L’écart type des totaux donnés</translation>
    </message>
    <message>
        <source>{points} as the jury</source>
        <translation>{points} comme le jury</translation>
    </message>
    <message>
        <source>+{points} more generous</source>
        <translation>+{points} plus généreux</translation>
    </message>
    <message>
        <source>{minus}{points} more severe</source>
        <translation>{minus}{points} plus sévère</translation>
    </message>
</context>
<context>
    <name>SheetTools</name>
    <message>
        <source>Blank sheets on paper…</source>
        <translation>Grilles vierges sur papier…</translation>
    </message>
    <message>
        <source>Workbooks for the jurors…</source>
        <translation>Classeurs pour les jurés…</translation>
    </message>
    <message>
        <source>Workbooks that came back…</source>
        <translation>Classeurs revenus…</translation>
    </message>
    <message>
        <source>Second entry by another person…</source>
        <translation>Contre-saisie par une autre personne…</translation>
    </message>
    <message>
        <source>sheets</source>
        <comment>end of a file name</comment>
        <translation>grilles</translation>
    </message>
    <message>
        <source>The sheets are in {path}</source>
        <translation>Les grilles sont dans {path}</translation>
    </message>
    <message numerus="yes">
        <source>%n workbook(s) in {folder}: send each juror the one that bears the name.</source>
        <translation>
            <numerusform>%n classeur dans {folder}&#xa0;: envoyez-le au juré dont il porte le nom.</numerusform>
            <numerusform>%n classeurs dans {folder}&#xa0;: envoyez à chaque juré celui qui porte son nom.</numerusform>
        </translation>
    </message>
    <message>
        <source>Blank sheets on paper</source>
        <translation>Grilles vierges sur papier</translation>
    </message>
    <message>
        <source>Where to put the workbooks</source>
        <translation>Où mettre les classeurs</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx *.ods)</source>
        <translation>Classeurs (*.xlsx *.ods)</translation>
    </message>
    <message>
        <source>Workbooks that came back</source>
        <translation>Classeurs revenus</translation>
    </message>
</context>
<context>
    <name>SheetWords</name>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Secretariat</source>
        <translation>Secrétariat</translation>
    </message>
    <message>
        <source>{juror} · advisory</source>
        <translation>{juror} · voix consultative</translation>
    </message>
    <message>
        <source>{juror} · chair</source>
        <translation>{juror} · présidence</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Grille</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Total /{scale}</source>
        <translation>Total /{scale}</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>n° {number}</translation>
    </message>
    <message>
        <source>beside the weights</source>
        <translation>hors pondération</translation>
    </message>
    <message>
        <source>{counted} sheets of {expected} count</source>
        <translation>{counted} grilles sur {expected} prises en compte</translation>
    </message>
    <message>
        <source>declared final</source>
        <translation>déclarée définitive</translation>
    </message>
    <message>
        <source>typed twice, declared final</source>
        <translation>saisie deux fois, déclarée définitive</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>nothing to enter</source>
        <translation>rien à saisir</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>non noté</translation>
    </message>
    <message>
        <source>{mark} out of {maximum}</source>
        <translation>{mark} sur {maximum}</translation>
    </message>
    <message>
        <source>{mark} on a scale from {low} to {high}</source>
        <translation>{mark} sur une échelle de {low} à {high}</translation>
    </message>
    <message>
        <source>Not taken: « {text} ». {sentence}</source>
        <translation>Non repris&#xa0;: «&#xa0;{text}&#xa0;». {sentence}</translation>
    </message>
    <message>
        <source>The rules are not frozen yet: no mark before they are.</source>
        <translation>Le règlement n’est pas encore gelé&#xa0;: aucune note n’est admise avant.</translation>
    </message>
    <message>
        <source>{juror} is out of this sheet ({state}). Delete takes that back.</source>
        <translation>{juror} ne remplit pas cette grille ({state}). Suppr la rétablit.</translation>
    </message>
    <message>
        <source>recused</source>
        <translation>déport</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absence</translation>
    </message>
    <message>
        <source>abstained</source>
        <translation>abstention</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Somme</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>✓ final</source>
        <comment>sheet declared final, abbreviated</comment>
        <translation>✓ déf.</translation>
    </message>
    <message>
        <source>✓✓ final</source>
        <comment>sheet typed twice and declared final, abbreviated</comment>
        <translation>✓✓ déf.</translation>
    </message>
    <message>
        <source>rec.</source>
        <comment>recused, abbreviated</comment>
        <translation>dép.</translation>
    </message>
    <message>
        <source>abs.</source>
        <comment>absent, abbreviated</comment>
        <translation>abs.</translation>
    </message>
    <message>
        <source>abst.</source>
        <comment>abstained, abbreviated</comment>
        <translation>abst.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Why this place</source>
        <translation>Pourquoi ce rang</translation>
    </message>
    <message>
        <source>About the chosen project</source>
        <translation>Le projet choisi</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Path of the edition and pages</source>
        <translation>Parcours de l’édition et pages</translation>
    </message>
</context>
<context>
    <name>SpreadsModel</name>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Lowest total</source>
        <translation>Total le plus bas</translation>
    </message>
    <message>
        <source>Highest total</source>
        <translation>Total le plus haut</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Dispersion</translation>
    </message>
    <message>
        <source>To discuss</source>
        <translation>À discuter</translation>
    </message>
    <message>
        <source>!  far apart</source>
        <translation>!  éloignés</translation>
    </message>
</context>
<context>
    <name>StageView</name>
    <message>
        <source>Tabs of the stage</source>
        <translation>Onglets de l’étape</translation>
    </message>
</context>
<context>
    <name>StandingsModel</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Grilles</translation>
    </message>
    <message>
        <source>Sheets that count, of those that may</source>
        <translation>Grilles comptées, sur celles qui peuvent l’être</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Proposition</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>Pas encore décidé</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>chosen to be compared</source>
        <translation>choisi pour la comparaison</translation>
    </message>
    <message>
        <source>not chosen to be compared</source>
        <translation>non choisi pour la comparaison</translation>
    </message>
    <message>
        <source>Two to four projects to put side by side: Space, or a click</source>
        <translation>Deux à quatre projets à mettre côte à côte&#xa0;: Espace, ou un clic</translation>
    </message>
    <message>
        <source>Firmness</source>
        <translation>Fermeté</translation>
    </message>
    <message>
        <source>How firmly the project stands on its side of the line</source>
        <translation>Avec quelle fermeté le projet se tient de son côté de la limite</translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation>calcul en cours</translation>
    </message>
    <message>
        <source>{word}, {dots} of 5</source>
        <translation>{word}, {dots} sur 5</translation>
    </message>
    <message>
        <source>{place} tied</source>
        <translation>{place} ex æquo</translation>
    </message>
    <message>
        <source>no result yet</source>
        <translation>pas encore de résultat</translation>
    </message>
    <message>
        <source>{result} out of {scale}</source>
        <translation>{result} sur {scale}</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Masqué</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Reserve {number}</source>
        <translation>Liste complémentaire {number}</translation>
    </message>
    <message>
        <source>Not selected</source>
        <translation>Non retenu</translation>
    </message>
    <message>
        <source>Tie on the line</source>
        <translation>Ex æquo à la limite</translation>
    </message>
    <message>
        <source>Ranked</source>
        <translation>Classé</translation>
    </message>
    <message>
        <source>Sheets missing</source>
        <translation>Grilles manquantes</translation>
    </message>
    <message>
        <source>Eliminated</source>
        <translation>Éliminé</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Cannot be ranked</source>
        <translation>Non classable</translation>
    </message>
</context>
<context>
    <name>TieChainEditor</name>
    <message>
        <source>Add a step to separate ties</source>
        <translation>Ajouter une étape de départage</translation>
    </message>
    <message>
        <source>the best on “{criterion}”</source>
        <translation>le meilleur sur «&#xa0;{criterion}&#xa0;»</translation>
    </message>
    <message>
        <source>the best single sheet</source>
        <translation>la meilleure grille</translation>
    </message>
    <message>
        <source>the least low single sheet</source>
        <translation>la moins basse des grilles les plus basses</translation>
    </message>
    <message>
        <source>the best median of the sheets</source>
        <translation>la meilleure médiane des grilles</translation>
    </message>
    <message>
        <source>the best subtotal of “{section}”</source>
        <translation>le meilleur sous-total de «&#xa0;{section}&#xa0;»</translation>
    </message>
    <message>
        <source>the best result of the stage “{stage}”</source>
        <translation>le meilleur résultat de l’étape «&#xa0;{stage}&#xa0;»</translation>
    </message>
    <message>
        <source>head to head, of two: ahead with more jurors</source>
        <translation>confrontation directe de deux&#xa0;: devant chez le plus de jurés</translation>
    </message>
    <message>
        <source>the best result of this stage alone</source>
        <translation>le meilleur résultat de cette seule étape</translation>
    </message>
    <message>
        <source>+ Add a step…</source>
        <translation>+ Ajouter une étape…</translation>
    </message>
    <message>
        <source>Nothing separates equal results yet.</source>
        <translation>Rien ne départage encore les résultats égaux.</translation>
    </message>
    <message>
        <source>Move step {number} up</source>
        <translation>Monter l’étape {number}</translation>
    </message>
    <message>
        <source>Move step {number} down</source>
        <translation>Descendre l’étape {number}</translation>
    </message>
    <message>
        <source>Remove step {number}</source>
        <translation>Retirer l’étape {number}</translation>
    </message>
</context>
<context>
    <name>TiePanel</name>
    <message>
        <source>Separate a tie</source>
        <translation>Départager des ex æquo</translation>
    </message>
    <message>
        <source>Equals</source>
        <translation>Ex æquo</translation>
    </message>
    <message>
        <source>Place {place}: {titles}</source>
        <translation>Rang {place}&#xa0;: {titles}</translation>
    </message>
    <message>
        <source>Which of the two goes ahead?</source>
        <translation>Lequel des deux passe devant&#xa0;?</translation>
    </message>
    <message>
        <source>In which order?</source>
        <translation>Dans quel ordre&#xa0;?</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Minutes and seconds, such as 1:40</source>
        <translation>Des minutes et des secondes, par exemple 1:40</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Move up: {line}</source>
        <translation>Monter&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Move down: {line}</source>
        <translation>Descendre&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Remove: {line}</source>
        <translation>Retirer&#xa0;: {line}</translation>
    </message>
</context>
<context>
    <name>TimesModel</name>
    <message>
        <source>granted</source>
        <translation>accordé</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>parlé</translation>
    </message>
    <message>
        <source>overtime</source>
        <translation>dépassement</translation>
    </message>
    <message>
        <source>{phase}, {kind}</source>
        <translation>{phase}, {kind}</translation>
    </message>
    <message>
        <source>accommodation {time}</source>
        <translation>aménagement {time}</translation>
    </message>
    <message>
        <source>given {time}</source>
        <translation>accordé {time}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>non mesuré</translation>
    </message>
</context>
<context>
    <name>TimingSection</name>
    <message>
        <source>+ Add a phase</source>
        <translation>+ Ajouter une phase</translation>
    </message>
    <message>
        <source>+ Add a break</source>
        <translation>+ Ajouter une pause</translation>
    </message>
    <message>
        <source>Try the sound</source>
        <translation>Tester le son</translation>
    </message>
    <message>
        <source>Times are part of the rules: begin those first.</source>
        <translation>Les temps font partie du règlement&#xa0;: commencez par lui.</translation>
    </message>
    <message>
        <source>A passage</source>
        <translation>Un passage</translation>
    </message>
    <message>
        <source>The sitting</source>
        <translation>La séance</translation>
    </message>
    <message>
        <source>Thresholds and incidents</source>
        <translation>Seuils et incidents</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Only a number each</source>
        <translation>Une seule durée par phase</translation>
    </message>
    <message>
        <source>Write the phases out…</source>
        <translation>Détailler les phases…</translation>
    </message>
    <message>
        <source>A single break</source>
        <translation>Une seule pause</translation>
    </message>
    <message>
        <source>Several breaks…</source>
        <translation>Plusieurs pauses…</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} min a passage, {all} min for {passages}</source>
        <translation>{minutes} min par passage, {all} min pour {passages}</translation>
    </message>
    <message>
        <source>{minutes} min a passage</source>
        <translation>{minutes} min par passage</translation>
    </message>
    <message>
        <source>half-way</source>
        <translation>à mi-parcours</translation>
    </message>
    <message>
        <source>Several: “2 ; 0.5”. Empty: one minute before the end.</source>
        <translation>Plusieurs&#xa0;: «&#xa0;2&#xa0;; 0,5&#xa0;». Vide&#xa0;: une minute avant la fin.</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>Around each time, without a remark in the minutes. Empty: 15 s or 5 %, the larger.</source>
        <translation>Autour de chaque durée, sans observation au procès-verbal. Vide&#xa0;: 15&#xa0;s ou 5&#xa0;%, le plus grand des deux.</translation>
    </message>
    <message>
        <source>half of the time</source>
        <translation>la moitié du temps</translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>un quart</translation>
    </message>
    <message>
        <source>a third</source>
        <translation>un tiers</translation>
    </message>
    <message>
        <source>two thirds</source>
        <translation>deux tiers</translation>
    </message>
    <message>
        <source>three quarters</source>
        <translation>trois quarts</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>la totalité</translation>
    </message>
    <message>
        <source>Less than that lost to an incident is given back on the clock.</source>
        <translation>Moins que cela, perdu par un incident, est rendu au chronomètre.</translation>
    </message>
    <message>
        <source>a cue at each threshold</source>
        <translation>un signal à chaque seuil</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search for an action</source>
        <translation>Rechercher une action</translation>
    </message>
</context>
<context>
    <name>UnsavedBar</name>
    <message>
        <source>Saving fails</source>
        <translation>L’enregistrement échoue</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Nothing can be saved; the clock goes on, and each second the writing is tried again.</source>
        <translation>Rien ne peut être enregistré&#xa0;; le chronomètre continue, et l’écriture est retentée chaque seconde.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing can be saved; the clock goes on. %n act(s) are only in memory.</source>
        <translation>
            <numerusform>Rien ne peut être enregistré&#xa0;; le chronomètre continue. %n acte n’est qu’en mémoire.</numerusform>
            <numerusform>Rien ne peut être enregistré&#xa0;; le chronomètre continue. %n actes ne sont qu’en mémoire.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerificationDialog</name>
    <message>
        <source>Verification of minutes</source>
        <translation>Vérification d’un procès-verbal</translation>
    </message>
    <message>
        <source>Copy the outcome</source>
        <translation>Copier le résultat</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Made on {date} with Jury Desk {version}</source>
        <translation>Fait le {date} par Jury Desk {version}</translation>
    </message>
    <message>
        <source>Fingerprint of the data: {fingerprint}…</source>
        <translation>Empreinte des données&#xa0;: {fingerprint}…</translation>
    </message>
</context>
<context>
    <name>VersionsCard</name>
    <message>
        <source>Version to compare</source>
        <translation>Version à comparer</translation>
    </message>
    <message>
        <source>Version to compare it with</source>
        <translation>Version avec laquelle la comparer</translation>
    </message>
    <message>
        <source>The two say the same.</source>
        <translation>Les deux disent la même chose.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>What changed from</source>
        <translation>Ce qui a changé de la</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à la</translation>
    </message>
    <message>
        <source>frozen on {date}</source>
        <translation>gelée le {date}</translation>
    </message>
    <message>
        <source>fingerprint {fingerprint}…</source>
        <translation>empreinte {fingerprint}…</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
</context>
<context>
    <name>ViewChoice</name>
    <message>
        <source>Whose view of the ranking</source>
        <translation>Pour qui le classement est montré</translation>
    </message>
    <message>
        <source>For a screen that the jury can see: nothing shows of what a juror is recused from</source>
        <translation>Pour un écran que le jury peut voir&#xa0;: rien n’apparaît des projets dont un juré s’est déporté</translation>
    </message>
    <message>
        <source>View of the chair</source>
        <translation>Vue de la présidence</translation>
    </message>
    <message>
        <source>View of {name}</source>
        <translation>Vue de {name}</translation>
    </message>
    <message>
        <source>View without any recusal</source>
        <translation>Vue commune, tous déports masqués</translation>
    </message>
</context>
<context>
    <name>ViewStrip</name>
    <message>
        <source>Hide this project</source>
        <translation>Masquer ce projet</translation>
    </message>
    <message>
        <source>View of {names}: nothing is shown of {titles}.</source>
        <translation>Vue de {names}&#xa0;: rien n’apparaît de {titles}.</translation>
    </message>
    <message>
        <source>The others are ranked among themselves, without line or decision. Only this page hides; the acts of the jury wait for the view of the chair.</source>
        <translation>Les autres projets sont classés entre eux, sans limite ni décision. Seule cette page masque&#xa0;; les actes du jury attendent le retour à la vue de la présidence.</translation>
    </message>
    <message>
        <source>Back to the chair’s view</source>
        <translation>Revenir à la vue de la présidence</translation>
    </message>
    <message>
        <source>{name}: the chair has still to rule on a link with “{title}”.</source>
        <translation>{name}&#xa0;: la présidence doit encore statuer sur un lien avec «&#xa0;{title}&#xa0;».</translation>
    </message>
    <message>
        <source>{name} leaves the room while “{title}” is discussed.</source>
        <translation>{name} quitte la salle pendant l’examen de «&#xa0;{title}&#xa0;».</translation>
    </message>
    <message>
        <source>{name} takes no part while “{title}” is discussed: neither mark nor vote.</source>
        <translation>{name} ne prend pas part à l’examen de «&#xa0;{title}&#xa0;»&#xa0;: ni note ni vote.</translation>
    </message>
    <message>
        <source>Recused: {reason}.</source>
        <translation>Déport&#xa0;: {reason}.</translation>
    </message>
</context>
<context>
    <name>VotePanel</name>
    <message>
        <source>Record the vote</source>
        <translation>Enregistrer le vote</translation>
    </message>
    <message>
        <source>Show of hands</source>
        <translation>Main levée</translation>
    </message>
    <message>
        <source>Secret ballot</source>
        <translation>Bulletin secret</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>Consensus</translation>
    </message>
    <message>
        <source>Beside each project the place agreed on: 1, 2, 3…</source>
        <translation>À côté de chaque projet, le rang convenu&#xa0;: 1, 2, 3…</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Accord sur</translation>
    </message>
    <message>
        <source>Casting vote</source>
        <translation>Voix prépondérante</translation>
    </message>
    <message>
        <source>Abstentions</source>
        <translation>Abstentions</translation>
    </message>
    <message>
        <source>Of which proxies</source>
        <translation>Dont pouvoirs</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>How the jury votes</source>
        <translation>Mode de vote</translation>
    </message>
    <message>
        <source>Remark for the minutes</source>
        <translation>Mention au procès-verbal</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Non utilisée</translation>
    </message>
    <message>
        <source>Recorded so far:</source>
        <translation>Déjà enregistrés&#xa0;:</translation>
    </message>
    <message>
        <source>A number: 0, 1, 2…</source>
        <translation>Un nombre&#xa0;: 0, 1, 2…</translation>
    </message>
    <message>
        <source>A place of its own: 1, 2, 3…</source>
        <translation>Un rang pour chacun&#xa0;: 1, 2, 3…</translation>
    </message>
</context>
<context>
    <name>VoteWords</name>
    <message>
        <source>Vote {number} · {question} · {mode}: {result}</source>
        <translation>Vote {number} · {question} · {mode}&#xa0;: {result}</translation>
    </message>
    <message>
        <source>abstentions {count}</source>
        <translation>abstentions {count}</translation>
    </message>
    <message>
        <source>casting vote: {option}</source>
        <translation>voix prépondérante&#xa0;: {option}</translation>
    </message>
    <message>
        <source>for</source>
        <translation>pour</translation>
    </message>
    <message>
        <source>against</source>
        <translation>contre</translation>
    </message>
    <message>
        <source>show of hands</source>
        <translation>main levée</translation>
    </message>
    <message>
        <source>secret ballot</source>
        <translation>bulletin secret</translation>
    </message>
    <message>
        <source>consensus</source>
        <translation>consensus</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>An edition kept in a .jury file on this computer.</source>
        <translation>Une édition conservée dans un fichier .jury de cet ordinateur.</translation>
    </message>
    <message>
        <source>New edition</source>
        <translation>Nouvelle édition</translation>
    </message>
    <message>
        <source>Name it, choose where to keep it, bring in the candidacies.</source>
        <translation>La nommer, choisir où la conserver, y faire entrer les candidatures.</translation>
    </message>
    <message>
        <source>Discover the example</source>
        <translation>Découvrir l’exemple</translation>
    </message>
    <message>
        <source>A whole edition with fictitious people, from the call to the impact; try anything, it is a copy.</source>
        <translation>Une édition entière aux personnes fictives, de l’appel à la mesure d’impact&#xa0;; essayez tout, c’est une copie.</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Vider la liste</translation>
    </message>
    <message>
        <source>Bring the cleared list back</source>
        <translation>Rétablir la liste vidée</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Help and shortcuts</source>
        <translation>Aide et raccourcis</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Fichiers récents</translation>
    </message>
    <message>
        <source>From the call for projects to the minutes: every mark kept, every figure explained.</source>
        <translation>De l’appel à projets au procès-verbal&#xa0;: chaque note conservée, chaque chiffre expliqué.</translation>
    </message>
    <message>
        <source>The editions you open will be listed here, with where they stand.</source>
        <translation>Les éditions que vous ouvrirez figureront ici, avec leur avancement.</translation>
    </message>
    <message>
        <source>Or drop a .jury file or a spreadsheet of candidacies anywhere in this window.</source>
        <translation>Ou déposez un fichier .jury ou un tableau de candidatures n’importe où dans cette fenêtre.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>To be examined</source>
        <translation>À examiner</translation>
    </message>
    <message>
        <source>Admissible</source>
        <translation>Recevable</translation>
    </message>
    <message>
        <source>Inadmissible</source>
        <translation>Irrecevable</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Reserve list</source>
        <translation>Liste complémentaire</translation>
    </message>
    <message>
        <source>Not selected</source>
        <translation>Non retenu</translation>
    </message>
    <message>
        <source>Continued</source>
        <translation>Poursuivi</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>Prolongé</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Major: leaves the room</source>
        <translation>Majeur&#xa0;: quitte la salle</translation>
    </message>
    <message>
        <source>Minor: no mark, no vote</source>
        <translation>Mineur&#xa0;: ni note ni vote</translation>
    </message>
    <message>
        <source>Light: declared, sits</source>
        <translation>Léger&#xa0;: déclaré, siège</translation>
    </message>
    <message>
        <source>The juror</source>
        <translation>Le membre</translation>
    </message>
    <message>
        <source>The project holder</source>
        <translation>Le porteur</translation>
    </message>
    <message>
        <source>○ To be ruled on</source>
        <translation>○ À trancher</translation>
    </message>
    <message>
        <source>✓ Upheld</source>
        <translation>✓ Retenu</translation>
    </message>
    <message>
        <source>– Dismissed</source>
        <translation>– Écarté</translation>
    </message>
    <message>
        <source>{juror} and “{title}”: same family name ({shared})</source>
        <translation>{juror} et «&#xa0;{title}&#xa0;»&#xa0;: même nom de famille ({shared})</translation>
    </message>
    <message>
        <source>{juror} and “{title}”: same service ({shared})</source>
        <translation>{juror} et «&#xa0;{title}&#xa0;»&#xa0;: même service ({shared})</translation>
    </message>
</context>
<context>
    <name>WritingPanel</name>
    <message>
        <source>Documents written</source>
        <translation>Documents écrits</translation>
    </message>
    <message>
        <source>Stop writing</source>
        <translation>Arrêter l’écriture</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
    <message>
        <source>Writing {number} of {total}: {name}</source>
        <translation>Écriture {number} sur {total}&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Writing the documents…</source>
        <translation>Écriture des documents…</translation>
    </message>
</context>
<context>
    <name>_FigureFrame</name>
    <message>
        <source>Back to the ranking (Esc)</source>
        <translation>Retour au classement (Échap)</translation>
    </message>
</context>
</TS>
