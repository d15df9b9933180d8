"""The words of the template in its six languages, and people's variants of them.

They are not loaded from the library, so that the corpus is independent of it.
"""

from __future__ import annotations

import attrs

FIELD_ORDER = (
    "customer",
    "engagement-status",
    "deployment-progress",
    "relationship",
    "workloads",
    "support-requests",
)

# fmt: off
#: Tag to name, as the English template has them, in its order.
WORKLOADS = {
    "EXO": "Exchange Online",
    "OLM": "Outlook Mobile",
    "SPO": "SharePoint Online",
    "OD": "OneDrive for Business",
    "OPP": "Office 365 ProPlus",
    "TEAMS": "Teams",
    "YAM": "Yammer Enterprise",
    "WIN10": "Windows 10",
    "INTUNE": "Intune",
    "AADP": "Azure Active Directory Premium",
    "AIP": "Azure Information Protection",
    "MCAS": "Microsoft Cloud App Security",
    "IDSEC": "Identity Security",
    "PROJ": "Project Online",
    "WDATP": "Windows Defender ATP",
    "SDS": "Classroom / School Data Sync (SDS)",
    "CORE": "For those that do not fit within above workloads",
}

#: Names that people type after a tag instead of the template's. None starts with a name of the template.
OTHER_NAMES = {
    "EXO": ("Exchange", "Mail migration"),
    "OLM": ("Mobile mail",),
    "SPO": ("SharePoint", "Intranet"),
    "OD": ("OneDrive", "File shares"),
    "OPP": ("Office ProPlus", "ProPlus", "Office clients"),
    "TEAMS": ("Microsoft Teams", "Meetings and calling"),
    "YAM": ("Yammer",),
    "WIN10": ("Win 10", "Desktop upgrade"),
    "INTUNE": ("Microsoft Intune", "MDM/MAM"),
    "AADP": ("AAD Premium", "Conditional access"),
    "AIP": ("Labels and encryption",),
    "MCAS": ("Cloud App Security",),
    "IDSEC": ("MFA",),
    "PROJ": ("Project",),
    "WDATP": ("Defender ATP",),
    "SDS": ("Classroom/School Data Sync (SDS)", "School Data Sync"),
    "CORE": ("Network", "Licensing", "Tenant setup", "Governance"),
}

#: Tags that the default playbook does not know, each with a name.
UNKNOWN_WORKLOADS = {
    "Microsoft 365 Apps": "Microsoft 365 Apps",
    "WVD": "Virtual Desktop",
    "PBI": "Power BI",
    "D365": "Dynamics 365",
    "STREAM": "Stream",
    "AUTOPILOT": "Autopilot",
    "FORMS": "Forms and Flow",
}

#: Joined tags, with suitable names.
JOINED_TAGS = {
    "OLM+INTUNE": ("Outlook Mobile", "Mobile devices"),
    "EXO+OLM": ("Exchange Online", "Mail"),
    "SPO+OD": ("SharePoint Online", "Files"),
    "AADP+INTUNE": ("Zero trust",),
    "AIP+MCAS": ("Data protection",),
    "OPP+WIN10": ("Desktop refresh",),
    "SPO+OD+TEAMS": ("Collaboration",),
}

COMPANIES = ("Contoso", "Fabrikam", "Northwind Traders", "Tailspin Toys", "Adatum", "Wingtip", "Litware Inc.")
HASHTAGS = ("#covid", "#COVID", "#covid #remote", "#fasttrack")
HEADINGS = ("Background", "Minutes", "Weekly report", "Exec Summary notes of the week", "Links", "History", "Contacts")
TABLE = ("|Date|Who|What|", "|------|-----|------|", "|09/27/2019|FM|Call held|", "|April 2019|SME|Exec Summary sent|")
FRONT_MATTER = ("---", "title: Notes on {company}", "ms.date: 10/03/2019", "ft.audience: partner", "---")

MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July",
        "August", "September", "October", "November", "December",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
        "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
    "pt-BR": (
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho",
        "agosto", "setembro", "outubro", "novembro", "dezembro",
    ),
    "de": (
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
        "August", "September", "Oktober", "November", "Dezember",
    ),
}
# fmt: on


@attrs.frozen
class Wording:
    """The template in one language; `labels` has all published variants, the canonical one first."""

    title: str
    labels: dict[str, tuple[str, ...]]
    choices: dict[str, tuple[str, ...]]
    hints: dict[str, str]
    #: Labels shortened after some word; one of a single word is typed only in capitals.
    short: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    articleless: dict[str, str] = attrs.field(factory=dict)
    names: dict[str, str] = attrs.field(factory=dict)
    #: The tag CORE as translated in some pages.
    core: str = "CORE"
    #: Labels that are not in the template.
    unknown: tuple[str, ...] = ("RISKS", "NEXT STEPS", "ESCALATIONS")


def labels(*spellings: str) -> dict[str, tuple[str, ...]]:
    """Return labels by key from their spellings in template order, with variants separated by vertical bars."""
    return {key: tuple(typed.split("|")) for key, typed in zip(FIELD_ORDER, spellings, strict=True)}


def choices(status: str, progress: str) -> dict[str, tuple[str, ...]]:
    """Return the two lists of choices from their values, separated by vertical bars."""
    return {"engagement-status": tuple(status.split("|")), "deployment-progress": tuple(progress.split("|"))}


WORDINGS = {
    "en": Wording(
        "EXEC SUMMARY",
        labels(
            "DESCRIBE THE CUSTOMER",
            "STATUS OF THE ENGAGEMENT",
            "M365 DEPLOYMENT PROGRESS",
            "OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM",
            "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS",
            "REQUESTS FOR SUPPORT",
        ),
        choices("On Hold|Reactive|Fully Engaged", "Not Deployed|Partially Deployed|Fully Deployed"),
        {
            "customer": "(i.e. Industry/Structure/Size/Recent News)",
            "workloads": "(remove workloads if not currently being discussed)",
            "support-requests": "(e.g. CS MAU offerings)",
        },
        short={
            "customer": ("DESCRIBE",),
            "engagement-status": ("STATUS",),
            "deployment-progress": ("M365 DEPLOYMENT",),
            "relationship": (
                "OVERVIEW OF CURRENT RELATIONSHIP",
                "OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT",
                "OVERVIEW",
            ),
            "workloads": ("SNAPSHOT OF KEY WORKLOADS", "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS", "SNAPSHOT"),
            "support-requests": ("REQUESTS",),
        },
        articleless={"customer": "DESCRIBE CUSTOMER", "engagement-status": "STATUS OF ENGAGEMENT"},
        unknown=(
            "RISKS",
            "NEXT STEPS",
            "ESCALATIONS",
            "BLOCKERS",
            "KEY CONTACTS",
            "TIMELINE",
            "OPEN ISSUES",
            "ACTION ITEMS",
            "RISKS/ISSUES",
            "LICENSING",
            "COVID IMPACT",
            "ADOPTION",
            "RISKS AND ISSUES",
            "Q3 TARGETS",
            "LESSONS LEARNED",
        ),
    ),
    "es": Wording(
        "RESUMEN EJECUTIVO",
        labels(
            "DESCRIBIR AL CLIENTE",
            "ESTADO DE LA INTERACCIÓN",
            "PROGRESO DE LA IMPLEMENTACIÓN DE M365",
            "VISIÓN GENERAL DE LA RELACIÓN ACTUAL CON EL CLIENTE/SOCIO/EQUIPO DE CUENTAS",
            "VISTA RÁPIDA DEL ESTADO ACTUAL DE LAS CARGAS DE TRABAJO CLAVE Y PRÓXIMAS ACCIONES"
            "|VISTA RÁPIDA DEL ESTADO ACTUAL DE LAS CARGAS DE TRABAJO CLAVES Y PRÓXIMAS ACCIONES"
            "|VISTA RÁPIDA DE LAS CARGAS DE TRABAJO CLAVE ESTADO ACTUAL Y PRÓXIMAS ACCIONES",
            "SOLICITUD DE SOPORTE TÉCNICO",
        ),
        choices(
            "En espera|reactivo|en interacción|En interacción total",
            "No implementado|implementado parcialmente|implementado en su totalidad",
        ),
        {
            "customer": "(es decir. industria/estructura/tamaño/noticias recientes)",
            "workloads": "(elimine las cargas de trabajo que no se estén discutiendo actualmente)",
            "support-requests": "(por ejemplo, ofertas CS MAU)",
        },
        short={
            "deployment-progress": ("PROGRESO DE LA IMPLEMENTACIÓN",),
            "relationship": ("VISIÓN GENERAL", "VISIÓN GENERAL DE LA RELACIÓN ACTUAL"),
            "workloads": ("VISTA RÁPIDA", "VISTA RÁPIDA DEL ESTADO ACTUAL"),
            "support-requests": ("SOLICITUD DE SOPORTE",),
        },
        articleless={"engagement-status": "ESTADO DE INTERACCIÓN"},
        names={
            "OD": "OneDrive para la Empresa",
            "AIP": "Protección de información de Azure",
            "SDS": "Aula / Sincronización de datos escolares (SDS)",
            "CORE": "Para aquellos que no correspondan a las cargas de trabajo anteriores",
        },
        unknown=("RIESGOS", "PRÓXIMOS PASOS", "BLOQUEOS", "FECHAS CLAVE"),
    ),
    "pt-BR": Wording(
        "RESUMO EXECUTIVO",
        labels(
            "DESCREVER O CLIENTE",
            "STATUS DO ENVOLVIMENTO",
            "PROGRESSO DA IMPLANTAÇÃO DO M365|PROGRESSO DA IMPLANTAÇÃO Do M365",
            "VISÃO GERAL DO RELACIONAMENTO ATUAL COM CLIENTE/PARCEIRO/TIME DA CONTA"
            "|VISÃO GERAL DO RELACIONAMENTO ATUAL COM CLIENTE/PARCEIRO/EQUIPE DE CONTA",
            "INSTANTÂNEO DO STATUS ATUAL DOS PRINCIPAIS WORKLOADS E PRÓXIMAS AÇÕES",
            "SOLICITAÇÕES DE SUPORTE",
        ),
        choices(
            "Em Espera|Reativo|Totalmente Envolvido",
            "Não Implantado|Parcialmente Implantado|Totalmente Implantado",
        ),
        {
            "customer": "(ou seja, Indústria/Estrutura/Porte/Notícias Recentes)",
            "workloads": "(remover workloads se não estiverem sendo discutidos)",
            "support-requests": "(por exemplo, ofertas CS MAU)",
        },
        short={
            "deployment-progress": ("PROGRESSO DA IMPLANTAÇÃO",),
            "relationship": ("VISÃO GERAL", "VISÃO GERAL DO RELACIONAMENTO ATUAL"),
            "workloads": ("INSTANTÂNEO DO STATUS ATUAL", "INSTANTÂNEO"),
            "support-requests": ("SOLICITAÇÕES",),
        },
        articleless={"customer": "DESCREVER CLIENTE"},
        names={"IDSEC": "Segurança de Identidade", "CORE": "Para aqueles que não se enquadram nos workloads acima"},
        unknown=("RISCOS", "PRÓXIMOS PASSOS", "BLOQUEIOS", "PONTOS DE ATENÇÃO"),
    ),
    "de": Wording(
        "ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE",
        labels(
            "BESCHREIBUNG DES KUNDEN",
            "STATUS DER BETEILIGUNG",
            "M365-BEREITSTELLUNGSFORTSCHRITT",
            "ÜBERSICHT DER AKTUELLEN BEZIEHUNG ZU KUNDEN-/PARTNER-/ACCOUNT TEAM",
            "SCHNAPPSCHUSS DES AKTUELLEN STATUS WICHTIGER ARBEITSBEREICHE UND NÄCHSTE AKTIONEN",
            "UNTERSTÜTZUNGSANFORDERUNG",
        ),
        choices(
            "Angehalten|Reaktiv|Vollständig beteiligt",
            "Nicht bereitgestellt|Teilweise bereitgestellt|Vollständig bereitgestellt",
        ),
        {
            "customer": "(d. h. Branche/Struktur/Größe/Aktuelle Nachrichten)",
            "workloads": "(Arbeitsbereiche entfernen, sofern sie derzeit nicht diskutiert werden)",
            "support-requests": "(z. B. CS MAU-Angebote)",
        },
        short={
            "customer": ("BESCHREIBUNG",),
            "relationship": ("ÜBERSICHT", "ÜBERSICHT DER AKTUELLEN BEZIEHUNG"),
            "workloads": ("SCHNAPPSCHUSS DES AKTUELLEN STATUS", "SCHNAPPSCHUSS"),
        },
        articleless={"engagement-status": "STATUS BETEILIGUNG"},
        names={"IDSEC": "Identitätssicherheit", "CORE": "Für alles, was nicht zu den obigen Arbeitsbereichen passt"},
        unknown=("RISIKEN", "NÄCHSTE SCHRITTE", "OFFENE PUNKTE", "TERMINE"),
    ),
    "ja": Wording(
        "エグゼクティブ概要",
        labels(
            "お客様の説明",
            "エンゲージメントのステータス",
            "M365 の展開の進捗状況",
            "お客様/パートナー様/アカウント チームとの現在の関係の概要",
            "主要なワークロードの現在のステータスと次の行動のスナップショット",
            "サポートのリクエスト",
        ),
        choices("保留中|リアクティブ|完全にエンゲージ|完全にエンゲージ済み", "未展開|部分的に展開|完全に展開済み"),
        {
            "customer": "(業界/構造/規模/最近のニュースなど)",
            "workloads": "(現在話し合われていない場合はワークロードを削除)",
            "support-requests": "(例: CS MAU 製品)",
        },
        names={"CORE": "上記のワークロードに該当しない場合"},
        core="コア",
    ),
    "zh-CN": Wording(
        "执行摘要",
        labels(
            "描述客户",
            "接洽状态",
            "M365 部署进度",
            "与客户/合作伙伴/客户团队的当前关系概述",
            "关键工作负载现状和后续行动简况",
            "支持请求",
        ),
        choices("保留|反应|全面接洽", "未部署|部分部署|完全部署"),
        {
            "customer": "(例如行业/结构/规模/最近新闻)",
            "workloads": "(删除当前未讨论的工作负载)",
            "support-requests": "(例如 CS MAU 产品)",
        },
        names={
            "OPP": "Office 365 专业增强版",
            "AIP": "Azure 信息保护",
            "IDSEC": "身份安全",
            "CORE": "适用于不适合上述工作负载的笔记",
        },
        core="核心",
    ),
}
