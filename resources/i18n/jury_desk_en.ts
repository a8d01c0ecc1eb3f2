<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActWords</name>
    <message numerus="yes">
        <source>%n sheet(s) still incomplete: complete them under Mark.</source>
        <translation>
            <numerusform>%n sheet still incomplete: complete it under Mark.</numerusform>
            <numerusform>%n sheets still incomplete: complete them under Mark.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n project(s) without a decision: decide first.</source>
        <translation>
            <numerusform>%n project without a decision: decide first.</numerusform>
            <numerusform>%n projects without a decision: decide first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) depart from the rules without a reason: write it in the decision.</source>
        <translation>
            <numerusform>%n decision departs from the rules without a reason: write it in the decision.</numerusform>
            <numerusform>%n decisions depart from the rules without a reason: write it in the decisions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AmendmentCard</name>
    <message numerus="yes">
        <source>%n mark(s) stay as given</source>
        <translation>
            <numerusform>%n mark stays as given</numerusform>
            <numerusform>%n marks stay as given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) are cleared</source>
        <translation>
            <numerusform>%n mark is cleared</numerusform>
            <numerusform>%n marks are cleared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complete sheet(s) will wait for the marks of a new criterion</source>
        <translation>
            <numerusform>%n complete sheet will wait for the mark of a new criterion</numerusform>
            <numerusform>%n complete sheets will wait for the marks of a new criterion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) will lack the comment now asked for</source>
        <translation>
            <numerusform>%n mark will lack the comment now asked for</numerusform>
            <numerusform>%n marks will lack the comment now asked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more mark(s)</source>
        <translation>
            <numerusform>and %n more mark</numerusform>
            <numerusform>and %n more marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BenchWords</name>
    <message numerus="yes">
        <source>%n voting member(s) present</source>
        <translation>
            <numerusform>%n voting member present</numerusform>
            <numerusform>%n voting members present</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CandidaciesPage</name>
    <message numerus="yes">
        <source>%n candidacy(ies)</source>
        <translation>
            <numerusform>%n candidacy</numerusform>
            <numerusform>%n candidacies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be examined</source>
        <translation>
            <numerusform>%n to be examined</numerusform>
            <numerusform>%n to be examined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n admissible</source>
        <translation>
            <numerusform>%n admissible</numerusform>
            <numerusform>%n admissible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inadmissible</source>
        <translation>
            <numerusform>%n inadmissible</numerusform>
            <numerusform>%n inadmissible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawn</source>
        <translation>
            <numerusform>%n withdrawn</numerusform>
            <numerusform>%n withdrawn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message numerus="yes">
        <source>%n item(s) still blank</source>
        <translation>
            <numerusform>%n item still blank</numerusform>
            <numerusform>%n items still blank</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message numerus="yes">
        <source>Reading %n file(s)…</source>
        <translation>
            <numerusform>Reading %n file…</numerusform>
            <numerusform>Reading %n files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message numerus="yes">
        <source>%n level(s) described</source>
        <translation>
            <numerusform>%n level described</numerusform>
            <numerusform>%n levels described</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliberatePage</name>
    <message numerus="yes">
        <source>Compare %n project(s)</source>
        <translation>
            <numerusform>Compare %n project</numerusform>
            <numerusform>Compare %n projects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message numerus="yes">
        <source>Provisional: %n mark(s) still missing.</source>
        <translation>
            <numerusform>Provisional: %n mark still missing.</numerusform>
            <numerusform>Provisional: %n marks still missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditionView</name>
    <message numerus="yes">
        <source>%n candidacy(ies)</source>
        <translation>
            <numerusform>%n candidacy</numerusform>
            <numerusform>%n candidacies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpPage</name>
    <message numerus="yes">
        <source>%n project(s) in this stage</source>
        <translation>
            <numerusform>%n project in this stage</numerusform>
            <numerusform>%n projects in this stage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>%n question(s) to put</source>
        <translation>
            <numerusform>%n question to put</numerusform>
            <numerusform>%n questions to put</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message numerus="yes">
        <source>%n juror(s) without a declaration of interests</source>
        <translation>
            <numerusform>%n juror without a declaration of interests</numerusform>
            <numerusform>%n jurors without a declaration of interests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GrantPanel</name>
    <message numerus="yes">
        <source>The same for the %n passage(s) to come</source>
        <translation>
            <numerusform>The same for %n passage to come</numerusform>
            <numerusform>The same for the %n passages to come</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridClipboard</name>
    <message numerus="yes">
        <source>%n value(s) lay where no mark belongs, and were left out.</source>
        <translation>
            <numerusform>%n value lay where no mark belongs, and was left out.</numerusform>
            <numerusform>%n values lay where no mark belongs, and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridHeading</name>
    <message numerus="yes">
        <source>{place} of %n ranked</source>
        <translation>
            <numerusform>{place} of %n ranked</numerusform>
            <numerusform>{place} of %n ranked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message numerus="yes">
        <source>%n problem(s) to put right in the sheet, or with other fields, first.</source>
        <translation>
            <numerusform>%n problem to put right in the sheet, or with other fields, first.</numerusform>
            <numerusform>%n problems to put right in the sheet, or with other fields, first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n candidacy(ies)</source>
        <translation>
            <numerusform>Import %n candidacy</numerusform>
            <numerusform>Import %n candidacies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JurySection</name>
    <message numerus="yes">
        <source>%n voting member(s)</source>
        <translation>
            <numerusform>%n voting member</numerusform>
            <numerusform>%n voting members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LackWords</name>
    <message numerus="yes">
        <source>%n candidacy(ies) of {total} still to be examined</source>
        <translation>
            <numerusform>%n candidacy of {total} still to be examined</numerusform>
            <numerusform>%n candidacies of {total} still to be examined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n juror(s) without a declaration of interests</source>
        <translation>
            <numerusform>%n juror without a declaration of interests</numerusform>
            <numerusform>%n jurors without a declaration of interests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recusal(s) to be ruled on</source>
        <translation>
            <numerusform>%n recusal to be ruled on</numerusform>
            <numerusform>%n recusals to be ruled on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recusal(s) without a reason</source>
        <translation>
            <numerusform>%n recusal without a reason</numerusform>
            <numerusform>%n recusals without a reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) of {total} incomplete</source>
        <translation>
            <numerusform>%n sheet of {total} incomplete</numerusform>
            <numerusform>%n sheets of {total} incomplete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) of {total} still to be taken</source>
        <translation>
            <numerusform>%n decision of {total} still to be taken</numerusform>
            <numerusform>%n decisions of {total} still to be taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LevelsEditor</name>
    <message numerus="yes">
        <source>%n: one for each mark</source>
        <translation>
            <numerusform>%n: one for each mark</numerusform>
            <numerusform>%n: one for each mark</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n, evenly spread</source>
        <translation>
            <numerusform>%n, evenly spread</numerusform>
            <numerusform>%n, evenly spread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveMarksDialog</name>
    <message numerus="yes">
        <source>%n mark(s) move</source>
        <translation>
            <numerusform>%n mark moves</numerusform>
            <numerusform>%n marks move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) already there come back in exchange</source>
        <translation>
            <numerusform>%n mark already there comes back in exchange</numerusform>
            <numerusform>%n marks already there come back in exchange</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%n candidacy(ies)</source>
        <translation>
            <numerusform>%n candidacy</numerusform>
            <numerusform>%n candidacies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperSheetsDialog</name>
    <message numerus="yes">
        <source>About %n page(s).</source>
        <translation>
            <numerusform>About %n page.</numerusform>
            <numerusform>About %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassagesSection</name>
    <message numerus="yes">
        <source>Take the admissible candidacies ({count}; %n still to be examined)</source>
        <translation>
            <numerusform>Take the admissible candidacies ({count}; %n still to be examined)</numerusform>
            <numerusform>Take the admissible candidacies ({count}; %n still to be examined)</numerusform>
        </translation>
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
    <name>ReadinessLine</name>
    <message numerus="yes">
        <source>%n passage(s) not heard.</source>
        <translation>
            <numerusform>%n passage not heard.</numerusform>
            <numerusform>%n passages not heard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them marked all the same.</source>
        <translation>
            <numerusform>%n of them marked all the same.</numerusform>
            <numerusform>%n of them marked all the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReconciliationDialog</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n value(s)</source>
        <translation>
            <numerusform>Take %n value</numerusform>
            <numerusform>Take %n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecusalsCard</name>
    <message numerus="yes">
        <source>%n ruling(s) awaited</source>
        <translation>
            <numerusform>%n ruling awaited</numerusform>
            <numerusform>%n rulings awaited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedFile</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesEditor</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message numerus="yes">
        <source>Not kept yet: %n thing(s) to put right</source>
        <translation>
            <numerusform>Not kept yet: %n thing to put right</numerusform>
            <numerusform>Not kept yet: %n things to put right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoreGrid</name>
    <message numerus="yes">
        <source>%n mark(s) are still missing above.</source>
        <translation>
            <numerusform>%n mark is still missing above.</numerusform>
            <numerusform>%n marks are still missing above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) not taken, struck out in the grid: {first}</source>
        <translation>
            <numerusform>%n value not taken, struck out in the grid: {first}</numerusform>
            <numerusform>%n values not taken, struck out in the grid: {first}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetTools</name>
    <message numerus="yes">
        <source>%n workbook(s) in {folder}: send each juror the one that bears the name.</source>
        <translation>
            <numerusform>%n workbook in {folder}: send it to the juror whose name it bears.</numerusform>
            <numerusform>%n workbooks in {folder}: send each juror the one that bears the name.</numerusform>
        </translation>
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
</context>
<context>
    <name>TimingSection</name>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsavedBar</name>
    <message numerus="yes">
        <source>Nothing can be saved; the clock goes on. %n act(s) are only in memory.</source>
        <translation>
            <numerusform>Nothing can be saved; the clock goes on. %n act is only in memory.</numerusform>
            <numerusform>Nothing can be saved; the clock goes on. %n acts are only in memory.</numerusform>
        </translation>
    </message>
</context>
</TS>
