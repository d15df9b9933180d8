"""Phrases of notes, by language: data. ``{…}`` is a slot for a phrase of that name, or for a number.

No phrase is read as a label, title, tag or name of a workload. Apart from technical details and risks, none reports that
something is escalated, paused, planned or done, so that a note made of them is valid.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Phrases(NamedTuple):
    """The phrases of one language."""

    company: tuple[str, ...]
    person: tuple[str, ...]
    #: Unambiguous dates.
    day: tuple[str, ...]
    #: Descriptions of a customer.
    description: tuple[str, ...]
    #: The relationship with the customer, the partner and the account team.
    remark: tuple[str, ...]
    #: Updates of any workload.
    update: tuple[str, ...]
    #: Requests for support, mostly none.
    request: tuple[str, ...]
    #: Openings of lifecycle notes.
    call: tuple[str, ...]
    #: Next actions.
    task: tuple[str, ...]
    #: Technical details of the workload ``{workload}``.
    technical: tuple[str, ...]
    #: Contents that belong into the Risks box.
    risk: tuple[str, ...]
    #: Labels that the template does not have.
    label: tuple[str, ...]


#: The values of ``{n}``: a number of people, gigabytes or shops.
NUMBERS: Final = ("40", "7", "120", "900", "1,500", "4K", "20,000")

_COMPANIES: Final = ("Contoso", "Fabrikam", "Northwind Traders", "Tailspin Toys", "Litware", "Adatum")

PHRASES: Final = {
    "en": Phrases(
        company=_COMPANIES,
        person=("Ana", "the CIO", "José", "the partner", "Priya", "the account team", "Lars from IT"),
        day=("April 30, 2020", "5 May 2020", "2020-06-15", "May 20th, 2020"),
        description=(
            "{company}, {n} seats",
            "Retail chain with {n} users in three countries; a new CIO since January",
            "{company} (banking), {n} seats - offices all over Iberia",
            "A university with {n} students and twelve faculties, IT run by a team of 12",
            "Public sector, 40 offices/branches, {n} seats",
            "Maker of “smart” pumps, {n} employees, see https://contoso.example/about#us",
            "Hospital trust of {n} people – merged last year",
        ),
        remark=(
            "Good sponsor in IT: quick answers.",
            "We often talk to {person}, and {person} answers within a day.",
            "Partner is {company} - works well so far",
            "The account team introduced us; {person} is keen on a workshop.",
            "Friendly but slow, most of it by mail",
            "{person} left in March, and we are getting to know {person}.",
        ),
        update=(
            "pilot with {n} users is running",
            "wave 2 on {day}, {n} people",
            "reviewing the archive ({n} GB)",
            "{n} sites have moved, the rest follows on {day}",
            "champions are named; first workshop held with {person}",
            "design agreed with {person}, licences arrive in May",
            "security review runs until the end of May 2020",
            "waiting for {person} – labels are on the agenda of the next board",
            "live for the head office, see https://contoso.example/plan?wave={n}#scope",
        ),
        request=("None", "None at this time.", "A speaker for the kick-off on {day}", "Offers for CS MAU in {n} shops, please"),
        call=(
            "Call with {person} on {day}.",
            "Met {person} today, good talk.",
            "Kick-off at {company} with {n} people.",
            "{person} showed us the numbers: {n} people like it.",
        ),
        task=("send the plan", "share the minutes", "call {person}", "prepare the workshop", "book a room for {n} people"),
        technical=("The cutover of {workload} runs for {n} users.", "[{tag}] migration of {n} machines is half done."),
        risk=("The network is a blocker for the branches.", "This was escalated to engineering."),
        label=("RISKS", "LICENSING", "KEY CONTACTS", "Q3 TARGETS"),
    ),
    "es": Phrases(
        company=_COMPANIES,
        person=("Ana", "José", "la directora", "Lucía"),
        day=("30 de abril de 2020", "5 de mayo de 2020", "15 de junio de 2020"),
        description=(
            "{company}, {n} empleados",
            "Cadena de tiendas (España y México), {n} usuarios",
            "Universidad pública con {n} estudiantes; año de cambios",
        ),
        remark=(
            "Buena relación; reuniones útiles.",
            "{person} ayuda mucho, y el director está contento",
            "Hablamos con {person} a menudo.",
        ),
        update=(
            "piloto con {n} usuarios en marcha",
            "revisión del archivo ({n} GB)",
            "ola 2 el {day}",
            "diseño visto con {person}",
        ),
        request=("Ninguna", "Un orador para el {day}"),
        call=("Llamada con {person}.", "Hoy conocimos a {person}, buena charla."),
        task=("enviar el plan", "llamar a {person}", "preparar el taller"),
        technical=("La migración de {workload} va por {n} usuarios.",),
        risk=("El tema de la red fue escalado a ingeniería.",),
        label=("RIESGOS", "FECHAS CLAVE"),
    ),
    "pt-BR": Phrases(
        company=_COMPANIES,
        person=("Ana", "João", "a diretora", "Luísa"),
        day=("30 de abril de 2020", "5 de maio de 2020", "15 de junho de 2020"),
        description=(
            "{company}, {n} funcionários",
            "Banco com {n} usuários em São Paulo",
            "Universidade federal com {n} alunos; nova direção",
        ),
        remark=(
            "Boa relação, reuniões úteis.",
            "{person} ajuda muito; a direção está satisfeita",
            "Falamos com {person} com frequência.",
        ),
        update=(
            "piloto com {n} usuários em curso",
            "revisão do arquivo ({n} GB)",
            "onda 2 em {day}",
            "desenho visto com {person}",
        ),
        request=("Nenhuma", "Um palestrante para {day}"),
        call=("Chamada com {person}.", "Hoje conhecemos {person}, boa conversa."),
        task=("enviar o plano", "ligar para {person}", "preparar a oficina"),
        technical=("A migração do {workload} segue para {n} usuários.",),
        risk=("O tema da rede foi escalado para a engenharia.",),
        label=("RISCOS", "DATAS"),
    ),
    "de": Phrases(
        company=_COMPANIES,
        person=("Ana", "Jürgen", "die Leiterin", "Frau Groß"),
        day=("30. April 2020", "5. Mai 2020", "15.06.2020"),
        description=(
            "{company}, {n} Plätze",
            "Stadtwerke, {n} Leute; „neue“ Führung seit Mai",
            "Universität mit {n} Studierenden, eigenes Rechenzentrum",
        ),
        remark=(
            "Gute Beziehung, offene Gespräche.",
            "{person} kümmert sich um alles; der Partner hilft",
            "Wir sprechen oft mit {person}.",
        ),
        update=(
            "Pilot mit {n} Leuten läuft",
            "Prüfung des Archivs ({n} GB)",
            "Welle 2 am {day}",
            "Entwurf mit {person} besprochen",
        ),
        request=("Keine", "Ein Sprecher für den {day}"),
        call=("Anruf bei {person}.", "Heute {person} getroffen, gutes Gespräch."),
        task=("Plan schicken", "{person} anrufen", "Workshop vorbereiten"),
        technical=("Die Migration zu {workload} läuft für {n} Leute.",),
        risk=("Eskalation zum Netz an die Technik.",),
        label=("RISIKEN", "TERMINE"),
    ),
    "ja": Phrases(
        company=_COMPANIES,
        person=("田中様", "佐藤様", "鈴木部長"),
        day=("2020 年 4 月 30 日", "2020 年 5 月 5 日", "2020 年 6 月 15 日"),
        description=("{company}、従業員 {n} 名", "銀行（支店 40）、利用者 {n} 名", "大学、学生 {n} 名"),
        remark=("打ち合わせも良好な関係", "パートナー様も協力的です。", "{person}とよくお話ししています。"),
        update=("{n} 名で試用中", "アーカイブの確認（{n} GB）", "第二波は {day}", "{person}と設計を確認"),
        request=("なし", "{day} の講演者のお願い"),
        call=("{person}と電話。", "本日{person}と面談、良い話でした。"),
        task=("資料を送る", "{person}に電話", "研修の準備"),
        technical=("{workload} の移行は {n} 名まで進んだ。",),
        risk=("ネットワークの件をエスカレーション。",),
        label=("RISKS", "TIMELINE"),
    ),
    "zh-CN": Phrases(
        company=_COMPANIES,
        person=("李雷", "韩梅梅", "王经理"),
        day=("2020 年 4 月 30 日", "2020 年 5 月 5 日", "2020 年 6 月 15 日"),
        description=("{company}，{n} 名员工", "银行（40 家分行），{n} 个用户", "大学，学生 {n} 人"),
        remark=("关系良好，沟通顺畅。", "合作伙伴很帮忙", "常与{person}沟通。"),
        update=("{n} 人在试用", "检查存档（{n} GB）", "第二批：{day}", "已与{person}看过设计"),
        request=("无", "{day} 请一位讲师"),
        call=("与{person}通话。", "今天见了{person}，谈得很好。"),
        task=("发送计划", "联系{person}", "准备培训"),
        technical=("{workload} 的迁移已到 {n} 人。",),
        risk=("网络一事已升级至管理层。",),
        label=("RISKS", "TIMELINE"),
    ),
}
