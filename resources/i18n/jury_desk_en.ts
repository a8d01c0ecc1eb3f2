<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CandidaciesPage</name>
    <message numerus="yes">
        <source>%n candidacy(ies)</source>
        <translation>
            <numerusform>%n candidacy</numerusform>
            <numerusform>%n candidacies</numerusform>
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
    <name>LackWords</name>
    <message numerus="yes">
        <source>%n juror(s) without a declaration of interests</source>
        <translation>
            <numerusform>%n juror without a declaration of interests</numerusform>
            <numerusform>%n jurors without a declaration of interests</numerusform>
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
    <name>Reasons</name>
    <message numerus="yes">
        <source>Provisional: %n sheet(s) still incomplete.</source>
        <translation>
            <numerusform>Provisional: %n sheet still incomplete.</numerusform>
            <numerusform>Provisional: %n sheets still incomplete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A place needs at least %n complete sheet(s).</source>
        <translation>
            <numerusform>A place needs at least %n complete sheet.</numerusform>
            <numerusform>A place needs at least %n complete sheets.</numerusform>
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
</TS>
