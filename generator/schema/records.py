"""One frozen class per table, a field per column. `make records` writes it from schema/tables/.

Unknown is "" for text and references, None for dates and numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.formats.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Area:
    """辖市、区与开发区在一张表里；开发区没有行政区划代码。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    code: str
    """六位代码；开发区没有，留空。"""
    name_zh: str
    """正式名称。"""
    name_en: str
    """通行英文名。"""
    kind: str
    """行政区还是开发区（功能区）。"""
    level: str
    """在上级之下处于哪一层。"""
    parent: str
    """直接上级的编号。"""
    one_management_with: str
    """与哪个区域实行一套班子管理。"""
    valid_from: PartialDate | None
    """设立日期；不知道就留空。"""
    valid_to: PartialDate | None
    """撤销日期；仍在则留空。"""
    successor: str
    """撤并后由哪个区域承接。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class EvaluatorAlias:
    """名单里对同一机构的不同写法。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    evaluator: str
    """规范名称所在行的编号。"""
    name_zh: str
    """名单里的写法，一字不改。"""
    source: str
    """印有该写法的文件。"""


@dataclass(frozen=True, slots=True)
class Evaluator:
    """名单所列的评价机构，一家机构一行。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    name_zh: str
    """规范名称。"""
    name_en: str
    """通行英文名。"""
    uscc: str
    """十八位代码；不知道就留空。"""
    source: str
    """印有该机构的文件。"""


@dataclass(frozen=True, slots=True)
class Indicator:
    """某一标准版本里的一个指标；不同版本的指标不混用。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    standard: str
    """标准的那一个版本。"""
    dimension: str
    """指标所属的一级指标。"""
    name_zh: str
    """指标名称。"""
    name_en: str
    """通行英文名。"""
    unit: str
    """指标的单位；无量纲写 1。"""
    direction: str
    """越高越好、越低越好，还是不分方向。"""
    formula: str
    """标准给出的算法。"""
    benchmark: Decimal | None
    """公开的基准值；未公开留空。"""
    leading: Decimal | None
    """公开的引领值；未公开留空。"""
    weight: Decimal | None
    """标准给出的权重（分），一个标准合计 100；未公开留空。"""
    checked: bool
    """是否已对照标准原文；false 在页面上写“待核”。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class Industry:
    """国民经济行业分类（GB/T 4754）的代码与名称。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    code: str
    """GB/T 4754 代码，如 C17。"""
    name_zh: str
    """标准所列名称。"""
    name_en: str
    """通行英文名。"""
    parent: str
    """上一级行业的编号。"""
    source: str
    """依据的标准。"""


@dataclass(frozen=True, slots=True)
class IndustryGroup:
    """文件所称的重点行业，以及它对应的行业代码；一组对应几个代码就写几行。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    group: str
    """同一组的各行写同一个代号；它是本组网页的地址，只用小写字母、数字和连字符，公布以后不改。"""
    name_zh: str
    """按文件所印。"""
    name_en: str
    """通行英文名。"""
    kind: str
    """重点行业，还是供应链工作涉及的行业。"""
    industry: str
    """对应的行业编号；不能确定就留空。"""
    industry_label: str
    """名单所印的行业，与它一字不差的企业归入本组；只填行业编号时留空。"""
    basis: str
    """文件所印，还是本站归类。"""
    source: str
    """列出该行业的文件。"""


@dataclass(frozen=True, slots=True)
class Source:
    """每条记录依据的文件、公告、报道。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    title_zh: str
    """文件标题。"""
    title_en: str
    """译名。"""
    issuer: str
    """发布单位。"""
    number: str
    """如 工信厅节函〔2022〕7号；没有就留空。"""
    dated: PartialDate | None
    """落款日期。"""
    published: PartialDate | None
    """公开发布的日期。"""
    openness: str
    """主动公开、依申请公开或未标注。"""
    url: str
    """只写发布机关的网址；没有就留空。"""
    retrieved: PartialDate | None
    """最近一次查阅该网址的日期。"""
    kind: str
    """文件、公告、报道，还是本站整理。"""
    note: str
    """需要读者知道的情况，如原文有误。"""


@dataclass(frozen=True, slots=True)
class Standard:
    """标准的每个版本一行，版本之间不混用。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    code: str
    """不含年份，如 GB/T 36132。"""
    version: str
    """年份，如 2018。"""
    kind: str
    """国标、行标、地标还是团标。"""
    title_zh: str
    """标准名称。"""
    title_en: str
    """官方英文名称。"""
    category: str
    """用于哪一类评价；通用则留空。"""
    industry: str
    """只适用于某行业时填写。"""
    in_force_from: PartialDate | None
    """开始实施的日期。"""
    in_force_to: PartialDate | None
    """被代替的日期；仍有效则留空。"""
    replaces: str
    """它代替的旧版本。"""
    dimensions: str
    """标准所分的维度，用“；”隔开；只在单项指标没有收录时填写，收录了的由指标得出。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class Category:
    """绿色工厂、绿色工业园区等类别；类别是数据，可以增加。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    subject: str
    """名单登记的是企业、园区还是产品。"""
    name_zh: str
    """现用名称。"""
    name_en: str
    """通行英文名。"""
    unit_zh: str
    """家、个、种。"""
    valid_from: PartialDate | None
    """开始遴选的时间。"""
    valid_to: PartialDate | None
    """停止遴选的时间；仍在遴选则留空。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class CategoryName:
    """类别在不同时期的名称。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    category: str
    """哪一个类别。"""
    name_zh: str
    """当时所印的名称。"""
    name_en: str
    """译名。"""
    valid_from: PartialDate | None
    """开始使用的时间。"""
    valid_to: PartialDate | None
    """停止使用的时间。"""
    source: str
    """印有该名称的文件。"""


@dataclass(frozen=True, slots=True)
class ChainPractice:
    """供应链企业在五个系统里的做法。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    enterprise: str
    """哪家企业。"""
    system: str
    """采购、生产、营销、回收、物流。"""
    practice_zh: str
    """做了什么。"""
    practice_en: str
    """译文。"""
    metric_zh: str
    """文件所载成效。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class Coverage:
    """某系列在某区域、某段时间收录到什么程度。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    scheme: str
    """哪个系列。"""
    area: str
    """哪个区域。"""
    valid_from: PartialDate
    """这段时间的开始。"""
    valid_to: PartialDate
    """这段时间的结束。"""
    additions: str
    """全部、部分、没有。"""
    removals: str
    """全部、部分、没有。"""
    names_held: int | None
    """收录的名称数量。"""
    official_number: int | None
    """官方公布的数量。"""
    note: str
    """缺什么，谁有。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class Enterprise:
    """企业及分公司、机构；级别和荣誉不写在这里，写在名单行里。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    name_zh: str
    """现用名称；曾用名写到名称表。"""
    name_en: str
    """企业自用的英文名。"""
    uscc: str
    """十八位代码；不知道就留空。"""
    kind: str
    """公司、分公司、事业单位或其他。"""
    parent: str
    """分公司所属的公司。"""
    size: str
    """大型、中型、小型、微型；不知道写 unknown。"""
    industry: str
    """GB/T 4754 行业；只知道名单标签时留空。"""
    industry_label: str
    """名单所印的行业标签。"""
    industry_source: str
    """行业归类所依据的文件。"""
    ownership: str
    """公开资料所载；不知道就留空。"""
    website: str
    """企业自己的网站。"""
    comparable: bool
    """单位要求不参与匹配时写 false。"""
    source: str
    """能证明该单位存在的文件。"""


@dataclass(frozen=True, slots=True)
class Event:
    """名单行之后发生的事：更名、搬迁、移出、恢复等，只增不改。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    recognition: str
    """涉及哪一行。"""
    type: str
    """发生了什么。"""
    date: PartialDate
    """发生或公布的日期。"""
    list: str
    """由哪份名单公布。"""
    word: str
    """文件所用的词。"""
    reason: str
    """文件所载理由；未载明留空。"""
    successor: str
    """主体承继时的新单位。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class OfficialList:
    """每一份名单一行；移出、更名的附件也是名单。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    scheme: str
    """属于哪个系列。"""
    kind: str
    """列入、移出还是更名。"""
    title_zh: str
    """名单名称。"""
    title_en: str
    """译名。"""
    batch: int | None
    """第几批。"""
    list_year: int | None
    """名单所属年度。"""
    list_year_printed: bool
    """年度印在名单上写 true，推算的写 false。"""
    stage: str
    """推荐、公示、公布；由文件决定，不看标题。"""
    number: str
    """公布名单的文号。"""
    annex: str
    """第几个附件。"""
    published: PartialDate | None
    """公开发布的日期；没查到就留空。"""
    dated: PartialDate | None
    """落款日期。"""
    official_count: int | None
    """名单或公告所说的总数。"""
    count_scope: str
    """官方数量只说某一区域时填写；全部则留空。"""
    rows_held: str
    """本库收录了全部、一部分还是没有收录名称。"""
    explained_by: str
    """收录与官方数量不符时的说明。"""
    follows: str
    """它正式公布的是哪一份公示名单。"""
    source: str
    """名单所在的文件。"""


@dataclass(frozen=True, slots=True)
class Measurement:
    """单位自愿公开的指标值；统计报表数据不收。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    subject: str
    """任何单位或产品的编号。"""
    indicator: str
    """哪个标准版本的哪个指标。"""
    year: int
    """数据所属年度。"""
    value: Decimal
    """只写数字。"""
    unit: str
    """必须与指标的单位一致。"""
    basis: str
    """第三方核验、自行声明、媒体报道、本站推算。"""
    consent: str
    """单位同意公开的文件或方式。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class Park:
    """园区及其管理机构。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    name_zh: str
    """现用名称。"""
    name_en: str
    """通行英文名。"""
    type: str
    """如 国家级高新区、省级开发区。"""
    area: str
    """园区本身在区域表里的编号。"""
    managing_body: str
    """管委会名称。"""
    website: str
    """园区自己的网站。"""
    source: str
    """能证明该园区存在的文件。"""


@dataclass(frozen=True, slots=True)
class Place:
    """单位在哪个区域，以及这一点核实到什么程度。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    unit: str
    """企业、园区或厂区的编号。"""
    area: str
    """所在的区域；未经核实的，公布的文件里留空。"""
    valid_from: PartialDate | None
    """从什么时候起在此。"""
    valid_to: PartialDate | None
    """到什么时候为止。"""
    grade: str
    """已核实、待核实、线索；线索不公开。"""
    basis: str
    """可以公开的依据，如 名称含常州地名。"""
    source: str
    """依据的文件。"""
    internal_note: str
    """只供工作人员，不公开。"""


@dataclass(frozen=True, slots=True)
class Product:
    """列入名单的产品（型号）。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    enterprise: str
    """生产该产品的企业。"""
    name_zh: str
    """名单所印名称。"""
    name_en: str
    """译名。"""
    model: str
    """名单所印型号，一字不改。"""
    kind_zh: str
    """名单所印的产品类别。"""
    standard_as_published: str
    """名单所印的评价标准。"""
    standard: str
    """标准表里的对应行。"""
    highlight: str
    """名单所印的亮点，原文。"""
    source: str
    """印有该产品的文件。"""


@dataclass(frozen=True, slots=True)
class Recognition:
    """名单里的一行，名称按所印抄录，指向稳定的单位编号。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    list: str
    """所在名单。"""
    section: str
    """名单内的分类；产品名单每类重新编号。"""
    serial: int | None
    """名单所印序号。"""
    enterprise: str
    """工厂、供应链类填写；身份未明时留空。"""
    park: str
    """园区类填写。"""
    product: str
    """产品类填写。"""
    site: str
    """文件写明厂区时填写。"""
    name_as_published: str
    """一字不改。"""
    region_as_published: str
    """名单所印的地区。"""
    industry_as_published: str
    """名单所印的行业。"""
    evaluator: str
    """名单所列的评价机构。"""
    standard_as_published: str
    """名单所印的标准。"""
    remark: str
    """原文有误、序号重复等需要说明的情况。"""
    publish: str
    """yes 可作本市公布；national_only 只作全国名单的一行；hold 不公布。"""
    source: str
    """能看到这一行的文件。"""


@dataclass(frozen=True, slots=True)
class Redirect:
    """改过的编号，旧网址转到新网址。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    from_id: str
    """改之前的编号。"""
    to_id: str
    """改之后的编号；不得再转。"""


@dataclass(frozen=True, slots=True)
class Scheme:
    """某一类别在某一级别的名单系列。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    category: str
    """属于哪一个类别。"""
    level: str
    """国家级、省级还是市级。"""
    name_zh: str
    """如 国家级绿色工厂。"""
    name_en: str
    """译名。"""
    authority: str
    """公布名单的机关。"""
    valid_from: PartialDate | None
    """第一次公布的时间。"""
    valid_to: PartialDate | None
    """停止的时间；仍在进行则留空。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class Plant:
    """只有文件写明厂区时才登记。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    enterprise: str
    """厂区所属企业。"""
    name_zh: str
    """厂区名称。"""
    name_en: str
    """译名。"""
    area: str
    """厂区所在的区域。"""
    address: str
    """文件所印的生产地址。"""
    source: str
    """写明该厂区的文件。"""


@dataclass(frozen=True, slots=True)
class SupplyLink:
    """只登记一方自己公开过的供应关系。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    from_unit: str
    """供货的企业。"""
    to_unit: str
    """采购的企业。"""
    item: str
    """文件所载。"""
    published_by: str
    """哪一方公开的。"""
    source: str
    """公开该关系的文件。"""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """不再使用的编号；本表的编号就是停用的编号。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    kind: str
    """原来在哪张表，写表名；案例写 cases。"""
    date: PartialDate
    """停用日期。"""
    reason: str
    """为什么停用。"""
    replaced_by: str
    """由哪个编号代替；没有就留空。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class UnitName:
    """单位的曾用名、简称、名单所印名称、加挂牌子；现用名写在企业表、园区表。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    unit: str
    """企业或园区的编号。"""
    name_zh: str
    """一字不改。"""
    name_en: str
    """译名。"""
    kind: str
    """法定名称、曾用名、简称、按文件所印、加挂牌子。"""
    pinyin: str
    """多音字等特殊读音，用空格分开音节。"""
    valid_from: PartialDate | None
    """开始使用的时间。"""
    valid_to: PartialDate | None
    """停止使用的时间。"""
    source: str
    """印有该名称的文件。"""


@dataclass(frozen=True, slots=True)
class UnitRelation:
    """合并、分立、承继、分公司、搬迁。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    from_unit: str
    """变化之前的单位。"""
    to_unit: str
    """变化之后的单位。"""
    kind: str
    """原单位与新单位是什么关系。"""
    date: PartialDate | None
    """变化的日期。"""
    source: str
    """写明该变化的文件。"""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """应当撤下的行；撤下页只说明理由类别。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    row: str
    """被撤下的行的编号。"""
    date: PartialDate
    """决定撤下的日期；只作记录，登记后就不再公布。"""
    ground: str
    """信用修复、公开期满、个人信息、更正、依法撤下。"""


@dataclass(frozen=True, slots=True)
class Claim:
    """文件或报道公布的一个数字，连同原话。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    metric: str
    """哪个指标。"""
    scope: str
    """数字所说的区域。"""
    as_of: PartialDate | None
    """累计数的截止日期。"""
    period_from: PartialDate | None
    """期间数的开始。"""
    period_to: PartialDate | None
    """期间数的结束。"""
    list: str
    """数字只说某一份名单时填写。"""
    axis: str
    """文件写明按什么时间统计时填写。"""
    operator: str
    """等于、超过、约等。"""
    value: Decimal
    """只写数字。"""
    tied: bool
    """位次是否并列。"""
    stage: str
    """数字所指名单的阶段。"""
    quote: str
    """原话，一字不改。"""
    date_basis: str
    """文件写明，还是据上下文。"""
    explained_by: str
    """与本库不符时的说明。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class Metric:
    """公布数字所指的指标。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    name_zh: str
    """指标名称。"""
    name_en: str
    """译名。"""
    category: str
    """属于哪个类别；能耗等留空。"""
    level: str
    """哪一级；不分级别留空。"""
    measure: str
    """累计数、新增数、移出数、位次、占比、变化。"""
    counted: str
    """按名单对象计，按企业计，还是其他。"""
    unit: str
    """家、个、%、位。"""
    whole: str
    """本指标是哪个指标的构成项，写那个指标的编号；各项占比合计应为100%。不是构成项的留空。"""


@dataclass(frozen=True, slots=True)
class Target:
    """文件提出的目标；力争与确保不是同一种承诺。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    metric: str
    """哪个指标。"""
    scope: str
    """目标所说的区域。"""
    base_year: int | None
    """从哪一年算起。"""
    base_value: Decimal | None
    """基期的数值；文件未给留空。"""
    year: int
    """到哪一年。"""
    operator: str
    """达到、超过等。"""
    value: Decimal
    """只写数字。"""
    commitment: str
    """力争、确保，还是上级下达。"""
    quote: str
    """原话，一字不改。"""
    note: str
    """计数口径等需要读者知道的情况。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class Activity:
    """辅导、培训、对接、宣传。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    title_zh: str
    """活动名称。"""
    title_en: str
    """译名。"""
    date: PartialDate | None
    """举办日期。"""
    kind: str
    """辅导、培训、对接、宣传。"""
    audience: str
    """谁可以参加。"""
    institution: str
    """文件所载的举办机构。"""
    standard: str
    """宣讲、培训的标准。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class FinanceProduct:
    """面向绿色制造的信贷、担保产品。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    name_zh: str
    """金融产品名称。"""
    name_en: str
    """译名。"""
    institution: str
    """银行、担保公司等。"""
    kind: str
    """信贷、担保、债券、租赁。"""
    terms: str
    """机构公布的条件。"""
    audience: str
    """企业、园区或两者。"""
    source: str
    """机构公布的文件。"""


@dataclass(frozen=True, slots=True)
class Incentive:
    """政策里的一条激励；金额未载明就留空。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    policy: str
    """出自哪个政策。"""
    title_zh: str
    """激励的名称。"""
    title_en: str
    """译名。"""
    category: str
    """针对哪个类别。"""
    level: str
    """获得哪一级后可以享受。"""
    nature: str
    """奖励，可申请的资金，还是信贷。"""
    amount: Decimal | None
    """文件未载明就留空。"""
    condition: str
    """文件所载条件。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class Institution:
    """创新中心、联盟、协会、研究院、银行、平台、评价机构。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    name_zh: str
    """机构名称。"""
    name_en: str
    """译名。"""
    kind: str
    """哪一类机构。"""
    services: str
    """提供什么服务。"""
    industries: str
    """面向哪些行业。"""
    area: str
    """所在的区域。"""
    evaluator: str
    """同时是评价机构时填写。"""
    website: str
    """机构自己的网站。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class Policy:
    """与绿色制造有关的政策文件。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    title_zh: str
    """文件标题。"""
    title_en: str
    """译名。"""
    issuer: str
    """发文单位；不知道就留空。"""
    level: str
    """哪一级机关的文件。"""
    number: str
    """没查到就留空。"""
    published: PartialDate | None
    """公开发布的日期。"""
    effective: PartialDate | None
    """开始施行的日期。"""
    valid_to: PartialDate | None
    """失效的日期；未载明留空。"""
    validity: str
    """现行有效、已失效、不详。"""
    category: str
    """只涉及某类别时填写。"""
    industry: str
    """只针对某行业时填写；不分行业则留空。"""
    summary_zh: str
    """用自己的话写一两句。"""
    source: str
    """提到或刊载该政策的文件。"""


@dataclass(frozen=True, slots=True)
class Requirement:
    """某一类别在某一级别的日程、程序、条件、限制和材料，一行一条。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    category: str
    """适用于哪一个类别。"""
    level: str
    """适用于哪一级名单。"""
    area: str
    """只在某省、某市适用时填写；全国适用则留空。"""
    kind: str
    """时限、程序、基本条件、不得申报的情形、应建的体系、应交的材料、列入后应报的变动。"""
    text_zh: str
    """按文件写一两句。"""
    text_en: str
    """译文。"""
    due: PartialDate | None
    """类型为时限时必填；每年同一天的，写任一年的日期。"""
    yearly: bool
    """截止日期是否每年相同。"""
    valid_from: PartialDate | None
    """开始适用的日期；不知道就留空。"""
    valid_to: PartialDate | None
    """不再适用的日期；仍适用则留空。"""
    checked: bool
    """是否已对照文件原文；false 在页面上写“待核”。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class Technology:
    """可以推广的绿色制造技术与项目。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    title_zh: str
    """技术或项目名称。"""
    title_en: str
    """译名。"""
    industry: str
    """通用则留空。"""
    kind: str
    """节能、节水、清洁生产、资源循环。"""
    maturity: str
    """试点、示范、推广。"""
    effect_zh: str
    """文件所载效果。"""
    effect_value: Decimal | None
    """只写数字。"""
    effect_unit: str
    """如 %、tce/年。"""
    baseline_year: int | None
    """与哪一年相比。"""
    enterprise: str
    """公开应用该技术的企业。"""
    institution: str
    """提供该技术的机构。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class SupervisionEntry:
    """某单位或项目在某项行动里的结果；默认内部。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    programme: str
    """属于哪项行动。"""
    subject: str
    """单位编号；只有项目名时留空。"""
    project: str
    """项目名称。"""
    year: int
    """所属年度。"""
    state: str
    """如 已完成、整改中。"""
    result: str
    """文件所载结果。"""
    basis_document: str
    """公开所依据的文件。"""
    disclosure: str
    """内部、只作汇总、公开；默认内部。"""
    public_from: PartialDate | None
    """公开开始日期。"""
    public_until: PartialDate | None
    """公开期满日期，之后撤下。"""
    source: str
    """依据的文件。"""


@dataclass(frozen=True, slots=True)
class Programme:
    """监察、审计、差别电价、百千万行动等。"""

    id: str
    """小写字母、数字和连字符；一经公布不改、不再用。"""
    name_zh: str
    """行动名称。"""
    name_en: str
    """译名。"""
    kind: str
    """哪一类行动。"""
    description_zh: str
    """文件怎么说。"""
    source: str
    """依据的文件。"""


Record = (
    Area
    | EvaluatorAlias
    | Evaluator
    | Indicator
    | Industry
    | IndustryGroup
    | Source
    | Standard
    | Category
    | CategoryName
    | ChainPractice
    | Coverage
    | Enterprise
    | Event
    | OfficialList
    | Measurement
    | Park
    | Place
    | Product
    | Recognition
    | Redirect
    | Scheme
    | Plant
    | SupplyLink
    | Tombstone
    | UnitName
    | UnitRelation
    | Withdrawal
    | Claim
    | Metric
    | Target
    | Activity
    | FinanceProduct
    | Incentive
    | Institution
    | Policy
    | Requirement
    | Technology
    | SupervisionEntry
    | Programme
)


RECORDS: dict[str, type[Record]] = {
    "areas": Area,
    "evaluator_aliases": EvaluatorAlias,
    "evaluators": Evaluator,
    "indicators": Indicator,
    "industries": Industry,
    "industry_groups": IndustryGroup,
    "sources": Source,
    "standards": Standard,
    "categories": Category,
    "category_names": CategoryName,
    "chain_practices": ChainPractice,
    "coverage": Coverage,
    "enterprises": Enterprise,
    "events": Event,
    "lists": OfficialList,
    "measurements": Measurement,
    "parks": Park,
    "places": Place,
    "products": Product,
    "recognitions": Recognition,
    "redirects": Redirect,
    "schemes": Scheme,
    "sites": Plant,
    "supply_links": SupplyLink,
    "tombstones": Tombstone,
    "unit_names": UnitName,
    "unit_relations": UnitRelation,
    "withdrawals": Withdrawal,
    "claims": Claim,
    "metrics": Metric,
    "targets": Target,
    "activities": Activity,
    "finance": FinanceProduct,
    "incentives": Incentive,
    "institutions": Institution,
    "policies": Policy,
    "requirements": Requirement,
    "technologies": Technology,
    "entries": SupervisionEntry,
    "programmes": Programme,
}
