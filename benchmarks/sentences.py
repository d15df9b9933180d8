"""Sentence patterns with slots, by language and by the part of the note.

A pattern's `{slot}` is filled from the same table until no slot is left; the caller fills `{date}`. Except for the traps, no
sentence starts like a label, a title, a tag or a workload's name, so a line with a sentence can't be read as any of these.
Languages fall back on English for missing kinds.
"""

from __future__ import annotations

# With one sentence on each line, the tables would be three times as long.
# fmt: off

ENGLISH: dict[str, tuple[str, ...]] = {
    "industry": (
        "retail chain", "regional bank", "life insurer", "hospital trust", "car parts maker", "shipping line",
        "law firm", "university", "school district", "county council", "power utility", "mining company",
        "budget airline", "food producer", "pharmaceutical company", "telecom operator", "construction group",
        "publisher", "charity", "planning office", "logistics provider", "hotel group", "ministry",
        "steel manufacturer", "games studio",
    ),
    "size": (
        "850", "1,200", "2,400", "3K", "5,500", "8,000", "12K", "17,300", "20K", "26,000", "41K", "60,000", "110K",
    ),
    "n": ("10", "15", "25", "40", "60", "75", "120", "200", "350", "500", "800", "1,100", "2,000", "4,500"),
    "region": (
        "the Nordics", "Iberia", "the UK and Ireland", "DACH", "Benelux", "eastern Canada", "the Midwest", "Brazil",
        "Mexico and Colombia", "Japan", "Greater China", "Australia and New Zealand", "the Gulf", "South Africa",
    ),
    "news": (
        "just merged with a smaller competitor", "listed on the stock exchange last year", "currently hiring abroad",
        "under cost pressure since January", "in the press for a data breach", "moving its head office in the autumn",
        "splitting off its consumer business", "with a new CIO since {date}", "owned by a private equity fund",
        "with most staff working from home because of COVID-19", "running a three-year cloud programme",
    ),
    "role": (
        "the CIO", "the IT director", "the security lead", "the partner's architect", "the messaging admin",
        "the CISO", "the project manager", "the account executive", "the CSM", "the adoption lead", "the network team",
        "the FE", "the works council", "the help desk", "the identity team", "the procurement office",
        "the legal department",
    ),
    "act": (
        "finished the discovery workshop", "signed off the design", "moved {n} users", "asked for a second pilot",
        "approved the change window", "put the rollout to the board", "cleaned up the directory",
        "named {n} champions", "reviewed the firewall rules", "tested the coexistence setup",
        "agreed a cutover date of {date}", "opened a support case (SR{n}-{n})",
        "updated the [deployment plan](https://contoso.example/plan?id={n})", "compared two network providers",
        "ran the remediation checklist", "trained the first {n} end users",
    ),
    "plan": (
        "start the pilot", "move the remaining {n} mailboxes", "enable MFA for all admins",
        "retire the old file servers", "hold an adoption workshop", "repeat the network test", "train the help desk",
        "migrate {n} sites", "switch off legacy authentication", "review the licence count", "agree success criteria",
        "roll out to {n} more devices", "send the kick-off invitation", "close the open remediation items",
    ),
    "block": (
        "bandwidth at the branches is too low", "the tenant-to-tenant move is not approved", "budget is frozen",
        "the third-party archive holds {n} GB", "the proxy breaks authentication", "no owner has been named",
        "the works council has not agreed", "a change freeze lasts to {date}", "the VPN is at its limit",
        "legacy add-ins are not supported", "the licences arrive only after {date}", "key people are on leave",
    ),
    "mood": ("good", "excellent", "steady", "strained", "improving", "new", "friendly but slow", "very open", "mixed"),
    "often": ("weekly", "fortnightly", "monthly", "twice a week", "on request", "every other Friday", "by mail only"),
    "regular": ("weekly", "fortnightly", "monthly", "Friday"),
    "customer": (
        "A {industry} with {size} users in {region}, {news}.",
        "{industry}, {size} seats, offices all over {region}; {news}.",
        "Family-owned {industry} of {size} employees - {news}.",
        "Global {industry} ({size} users). IT is run from {region} by a team of {n} people.",
        "Large {industry} in {region}: {size} staff, about {n} of them in IT.",
        "They bought {size} E3 seats around {date} and own {n} E5 seats for the security staff.",
        "Mixed environment of on-premises servers and {n} virtual desktops, {news}.",
        "Second largest {industry} in {region}; {size} knowledge workers and {n} first-line workers.",
    ),
    "relationship": (
        "{role} joins our {regular} call and is well informed.",
        "The relationship with {role} is {mood}, with the partner {mood}.",
        "We meet {role} and {role} {often} - next meeting on {date}.",
        "Partner drives the project; {role} is the sponsor and {role} decides on dates.",
        "Account team is engaged, contact with {role} is {mood}.",
        "Since {date} we talk {often}: {role} reports, {role} follows up.",
        "{role} left the company on {date}, so we are building trust with {role}.",
        "Escalations go to {role}, who answers within a day.",
    ),
    "update": (
        "Cutover planned for the end of May 2020.", "{role} {act}.", "Planning to {plan} by {date}.",
        "{role} {act}, next they want to {plan}.", "Blocked because {block}.",
        "Pilot with {n} users is running, {role} will {plan}.", "Not started, {block}.",
        "Kick-off held on {date} and {role} {act}.", "In production for {n} users since {date}.", "Delayed: {block}.",
        "On track - {role} {act}.", "Next action: {plan} (owner: {role}, due {date}).",
        "Waiting for {role} to {plan}.", "{n} users done, {block}.", "Done for the pilot group #covid.",
        "Customer {act} and would like to {plan}.", "Design documented in the [runbook](https://example.com/r/{n}).",
        "We advised {role} to {plan} before {date}.", "Moved to phase two after {role} {act}.",
    ),
    "request": (
        "Help from engineering is needed since {block}.", "Could we get an adoption offer for {n} users?",
        "{role} asks whether FastTrack can {plan}.", "None at the moment.", "Workshop for {role} before {date}.",
        "Please escalate - {block}.", "A contact in the product group, as {role} {act} and found a bug.",
    ),
    "unknown": (
        "{block}.", "High - {block}, {role} is informed.", "{role} to {plan} by {date}.", "None.",
        "We {plan} once {role} agrees.", "{date}: {role} {act}.",
    ),
    "intro": (
        "As of {date}.", "See below, agreed with {role}.", "Only what is being discussed now.", "Updated {date}:",
    ),
    "item": (
        "{role} {act}", "plan is to {plan}", "{block}", "[x] {role} agreed", "[ ] {plan}", "workshop on {date}",
        "[meeting minutes](https://example.com/m/{n})", "Note: {block}", "users in {region} come last",
        "owner: {role}",
    ),
    "note": (
        "Note: {block}.", "IMPORTANT: {role} wants to {plan}.", "Next action: {plan}. Owner: {role}. Date: {date}.",
        "- Note: {role} {act}.", "NB: {block}", "(Source: {role}, {date})",
    ),
    "remark": ("{block}", "since {date}", "{role} will confirm", "see the notes of {date}", "#covid"),
    "stray": (
        "Spoke to {role} on {date} and heard that {block}.", "This was agreed with {role}.",
        "Update {date}: {role} {act}.", "Copied from the {regular} report, to be checked with {role}.",
        "Numbers as given by {role}; they may change after {date}.", "Thanks to {role} for the input!",
    ),
    "prose": (
        "{role} {act} last week.", "We will {plan} together with {role}.", "After the call on {date}, {role} {act}.",
        "Our contact says that {block}.", "They hope to {plan} before {date}.", "Attendees: {role}, {role}.",
        "I mailed {role} around {date} - no answer yet.",
        "Minutes are kept [here](https://example.com/n/{n}) as usual.",
        "Everything that was left open moves to the {regular} call.", "If {block}, we come back to {role}.",
    ),
    "trap": (
        "The exec summary is due on {date}.", "Exec summary - sent to {role} on {date}.",
        "EXEC SUMMARY requested by {role}, to be written next week.", "**Exec Summary sent to {role}**",
        "Please add an Executive Summary before {date}, the template is in the playbook.", "Status: Green",
        "Status: {role} {act}.", "Teams call - went well", "- Teams - went well, {n} attendees",
        "Exchange Online - {block}", "Requests for support go through {role}.",
        "Describe the customer journey in two sentences before {date}.",
        "M365 deployment progress was discussed with {role}.", "Overview of the agenda: {plan}, then {plan}.",
        "Requests for support from the partner: {n} open", "- RISKS: {block}", "NEXT STEPS: {plan}",
        "Status of the engagement unchanged - next call on {date}.", "- [x] {plan}", "- [ ] {plan}", "Owner: {role}",
        "- [EXO] Exchange Online - {block}", "[deployment plan](https://example.com/p/{n})", "(EXO) {role} {act}.",
        "- [the runbook](https://example.com/r/{n}) - {role} {act}", "Next Action: {plan} | Owner: {role}", "#covid",
        "Our executive summary slides: [deck](https://example.com/d/{n})", "Intune: {n} devices",
        "Snapshot taken {date}.",
    ),
}

SPANISH: dict[str, tuple[str, ...]] = {
    "role": (
        "el director de TI", "la jefa de proyecto", "el socio", "el equipo de redes", "la responsable de seguridad",
    ),
    "act": ("terminó la fase de diseño", "movió {n} usuarios", "aprobó el piloto", "abrió un caso de soporte"),
    "plan": ("empezar el piloto", "migrar {n} buzones", "formar a los usuarios", "activar MFA para todos"),
    "block": ("no hay presupuesto", "la red no tiene capacidad", "faltan licencias", "el proxy impide el acceso"),
    "customer": (
        "Empresa de transporte con {size} usuarios en {place}.", "Banco mediano, {size} empleados, sede en {place}.",
        "Grupo hotelero de {place}: {size} puestos y un equipo pequeño de TI.",
    ),
    "place": ("Madrid", "Bogotá", "Ciudad de México", "Lima", "Buenos Aires"),
    "relationship": ("Buena relación con {role}, hablamos cada semana.", "{role} {act} y nos informa - sin novedades."),
    "update": (
        "Se planea {plan} en {date}.", "{role} {act}.", "Bloqueado porque {block}.",
        "Piloto con {n} usuarios en marcha.", "Pendiente con {role}: {block}.",
        "Próximo paso es {plan}, lo hace {role}.",
    ),
    "request": ("Ninguna por ahora.", "Ayuda de ingeniería porque {block}.", "Un taller para {role} antes de {date}."),
    "unknown": ("Ninguno.", "Alto - {block}.", "{role} quiere {plan}."),
    "item": ("{role} {act}", "falta {plan}", "{block}"),
    "note": ("Nota: {block}.", "IMPORTANTE: {role} quiere {plan}."),
    "remark": ("{block}", "desde {date}"),
    "intro": ("Datos de {date}.",),
    "stray": ("Según {role}, hablamos ayer y parece que {block}.",),
}

PORTUGUESE: dict[str, tuple[str, ...]] = {
    "role": ("o diretor de TI", "a gerente do projeto", "o parceiro", "o time de redes", "a área de segurança"),
    "act": ("concluiu o desenho", "migrou {n} usuários", "aprovou o piloto", "abriu um chamado"),
    "plan": ("iniciar o piloto", "migrar {n} caixas", "treinar os usuários", "ativar o MFA"),
    "block": ("não há orçamento", "a rede está no limite", "faltam licenças", "o proxy bloqueia o acesso"),
    "customer": (
        "Empresa de energia com {size} usuários em {place}.", "Rede de varejo, {size} funcionários, sede em {place}.",
        "Universidade de {place}: {size} alunos e uma equipe de TI enxuta.",
    ),
    "place": ("São Paulo", "Recife", "Porto Alegre", "Curitiba", "Belo Horizonte"),
    "relationship": (
        "Boa relação com {role}, reuniões toda semana.", "{role} {act} e nos mantém informados - sem riscos.",
    ),
    "update": (
        "Planejam {plan} em {date}.", "{role} {act}.", "Bloqueado porque {block}.",
        "Piloto com {n} usuários em andamento.", "Aguardando {role}: {block}.",
        "Próximo passo é {plan}, a cargo de {role}.",
    ),
    "request": ("Nenhuma no momento.", "Apoio da engenharia porque {block}.", "Um workshop para {role} até {date}."),
    "unknown": ("Nenhum.", "Alto - {block}.", "{role} quer {plan}."),
    "item": ("{role} {act}", "falta {plan}", "{block}"),
    "note": ("Nota: {block}.", "IMPORTANTE: {role} quer {plan}."),
    "remark": ("{block}", "desde {date}"),
    "intro": ("Dados de {date}.",),
    "stray": ("Conforme {role}, falamos ontem e parece que {block}.",),
}

GERMAN: dict[str, tuple[str, ...]] = {
    "role": ("der IT-Leiter", "die Projektleiterin", "der Partner", "das Netzwerkteam", "der Betriebsrat"),
    "act": ("hat das Konzept fertiggestellt", "hat {n} Benutzer umgezogen", "hat den Pilotbetrieb freigegeben"),
    "plan": ("mit dem Pilotbetrieb beginnen", "{n} Postfächer umziehen", "die Anwender schulen", "MFA einschalten"),
    "block": (
        "das Budget fehlt", "die Leitungen ausgelastet sind", "Lizenzen fehlen", "der Proxy die Anmeldung verhindert",
    ),
    "customer": (
        "Maschinenbauer mit {size} Benutzern in {place}.", "Versicherung aus {place}, {size} Mitarbeiter, kleine IT.",
        "Stadtverwaltung {place}: {size} Arbeitsplätze, {n} Leute in der IT.",
    ),
    "place": ("Stuttgart", "Hamburg", "Zürich", "Wien", "Leipzig"),
    "relationship": ("Gutes Verhältnis, {role} nimmt jede Woche teil.", "Kontakt besteht - {role} {act}."),
    "update": (
        "Bis {date} wollen sie {plan}.", "{role} {act}.", "Blockiert, weil {block}.",
        "Pilotbetrieb mit {n} Benutzern läuft.", "Verzögert: {block}.", "Als Nächstes wird {role} {plan}.",
    ),
    "request": (
        "Derzeit keine.", "Hilfe der Entwicklung, weil {block}.", "Ein Workshop vor {date}, {role} fragt danach.",
    ),
    "unknown": ("Keine.", "Hoch - weil {block}.", "Wir wollen {plan}."),
    "item": ("{role} {act}", "noch offen, weil {block}", "Ziel ist {date}"),
    "note": ("Hinweis: {role} {act}.", "WICHTIG: wir wollen {plan}."),
    "remark": ("weil {block}", "seit {date}"),
    "intro": ("Stand {date}.",),
    "stray": ("Laut Telefonat geht es nicht weiter, weil {block}.",),
}

JAPANESE: dict[str, tuple[str, ...]] = {
    "role": ("情報システム部", "担当の部長", "パートナー様", "ネットワーク担当", "セキュリティ担当"),
    "act": ("設計を完了", "{n} 名を移行", "試験導入を承認", "計画を見直し"),
    "block": ("予算が未確定", "回線の帯域が不足", "ライセンスが不足", "担当者が不在"),
    "customer": ("従業員 {size} 名の製造業、本社は{place}。", "{place}に拠点を持つ銀行、利用者は {size} 名。"),
    "place": ("東京", "大阪", "名古屋", "福岡"),
    "relationship": ("{role}と毎週会議を実施、関係は良好。", "{role}が窓口。{block}のため月次で連絡。"),
    "update": (
        "{role}が{act}。", "{block}のため停止中。", "{n} 名で試験中、{date} に展開予定。", "計画中 - {role}が確認。",
    ),
    "request": ("現時点ではなし。", "{block}のため技術支援を希望。", "{date} までに研修を希望。"),
    "unknown": ("なし。", "{block}。", "{role}が{act}。"),
    "item": ("{role}が{act}", "{block}"),
    "note": ("注意: {block}。",),
    "remark": ("{block}", "{date} から"),
    "intro": ("{date} 時点。",),
    "stray": ("先週の電話では{block}とのこと。",),
}

CHINESE: dict[str, tuple[str, ...]] = {
    "role": ("信息部门", "项目经理", "合作方", "网络团队", "安全主管"),
    "act": ("完成了设计", "迁移了 {n} 个用户", "批准了试点", "更新了计划"),
    "block": ("预算未批", "带宽不足", "许可证不够", "没有负责人"),
    "customer": ("位于{place}的制造企业,共 {size} 名员工。", "{place}的一家银行,{size} 个用户,信息部门较小。"),
    "place": ("上海", "深圳", "成都", "北京"),
    "relationship": ("每周与{role}开会,合作顺利。", "{role}是主要联系人,因{block}每月沟通一次。"),
    "update": ("{role}{act}。", "因{block}暂停。", "{n} 个用户试点中,计划 {date} 推广。", "规划中 - 等待{role}确认。"),
    "request": ("暂无。", "因{block},希望得到技术协助。", "希望在 {date} 前安排培训。"),
    "unknown": ("无。", "{block}。", "{role}{act}。"),
    "item": ("{role}{act}", "{block}"),
    "note": ("注意: {block}。",),
    "remark": ("{block}", "从 {date} 起"),
    "intro": ("截至 {date}。",),
    "stray": ("上周电话中得知{block}。",),
}

# fmt: on
SENTENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "en": ENGLISH,
    "es": ENGLISH | SPANISH,
    "pt-BR": ENGLISH | PORTUGUESE,
    "de": ENGLISH | GERMAN,
    "ja": ENGLISH | JAPANESE,
    "zh-CN": ENGLISH | CHINESE,
}
