"""The terms that give prohibited matters away in a text (RF-4), and what excuses them.

Each term is a few characters that people write about a person. What only looks like it is excused by
its neighbours: 工会 alone is a street, a fund or an agency, so only membership is looked for; 集会 is
inside 收集会计凭证, 游行 inside 旅游行业, 上访 inside 网上访谈. The list is public and is meant to be
argued with; ``tests/golden/prohibited`` holds what it must and must not find.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.records.prohibited_findings import (
    BIOMETRICS,
    COMMUNICATIONS,
    FAMILY,
    HABITS,
    HEALTH,
    HOME,
    ORIGIN,
    POLITICS,
    SCHOOL,
    UNION,
    WHEREABOUTS,
)


@dataclass(frozen=True, slots=True)
class Term:
    """One term, and the neighbours that make it another word.

    Attributes:
        not_after: Texts of which none may stand right before the term.
        not_before: Texts of which none may stand right behind it.
    """

    kind: Kind
    said: str
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


def _all(kind: Kind, line: str) -> tuple[Term, ...]:
    return tuple(Term(kind, word) for word in line.split())


_PEOPLES: Final = _words(
    "汉 回 藏 苗 彝 壮 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 "
    "达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 "
    "塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 维吾尔 蒙古 朝鲜 布依"
)
_NOT_A_PERSON: Final = _words(
    "自治 乡 镇 村 区 县 州 餐 菜 风味 风情 特色 文化 服饰 服装 医 药 学校 中学 小学 高中 幼儿园 大学 "
    "人家 饭店 食品 手工 工艺 馆 馅 园 馄 歌舞 村寨 聚居 传统 火锅 烤 面 馍 饭 苑 旅游 银饰 刺绣 古 馆 "
    "馓 酒 宾馆 宴 民居 建筑 语言"
)
_AMBIGUOUS_PEOPLES: Final = frozenset(
    _words("水 土 京 高山 保安 怒 白 黎 满 回 汉 壮 俄罗斯 朝鲜 蒙古")
)

TERMS: Final[tuple[Term, ...]] = (
    *_all(BIOMETRICS, "人脸 面部识别 面部特征 声纹 掌纹 步态 生物特征 生物识别 体貌特征"),
    Term(BIOMETRICS, "刷脸", not_before=("支付", "门禁")),
    Term(BIOMETRICS, "指纹", not_before=_words("锁 密码锁 门锁 仪 机 考勤 打卡 图谱 膜 支付")),
    Term(BIOMETRICS, "虹膜", not_before=("炎",)),
    *_all(
        WHEREABOUTS, "行踪 活动轨迹 出行轨迹 行程轨迹 出行记录 手机定位 手机位置 个人位置 实时位置"
    ),
    *_all(WHEREABOUTS, "行程码 乘车记录 开房记录 出入境记录 闯红灯照片"),
    *_all(
        COMMUNICATIONS,
        "通话记录 通话内容 通话清单 聊天记录 短信内容 短信记录 通讯录 通信内容 通信记录",
    ),
    *_all(COMMUNICATIONS, "邮件内容 好友列表 好友关系 社交关系 社会关系 社交账号 微信好友 监听"),
    *_all(
        HABITS, "浏览记录 浏览历史 上网时长 上网习惯 搜索记录 搜索历史 游戏时长 游戏充值 沉迷游戏"
    ),
    *_all(
        HABITS, "游戏账号 沉迷网络 购物记录 购物清单 消费记录 消费习惯 网购记录 网购频繁 经常网购"
    ),
    *_all(HABITS, "外卖记录 微信账单 支付宝账单 打赏记录"),
    *_all(
        ORIGIN, "宗教信仰 基督徒 穆斯林 信众 民族成分 少数民族身份 所属民族 母语 授课语言 民族语言"
    ),
    *_all(ORIGIN, "信佛 讲方言 法轮功"),
    Term(ORIGIN, "信仰", not_before=("之",)),
    Term(ORIGIN, "信教", not_after=_words("诚 相 自 守"), not_before=_words("育 师 学")),
    Term(ORIGIN, "教徒", not_before=("手",)),
    Term(ORIGIN, "受洗", not_after=("接",)),
    Term(ORIGIN, "礼拜", not_before=_words("天 日 一 二 三 四 五 六 堂路")),
    *_all(
        POLITICS, "政治面貌 政治观点 政治倾向 政治立场 政治信仰 中共党员 共青团员 民主党派 维权人士"
    ),
    *_all(
        POLITICS, "示威 静坐 上街抗议 抗议活动 罢工 反动言论 异见 信访人 信访事项 信访件 多次信访"
    ),
    *_all(POLITICS, "投诉人 越级访 缠访 闹访 非访 联名信 集体信访 进京访 反复信访 举报人姓名"),
    Term(POLITICS, "党员", not_before=_words("活动中心 教育 之家 服务中心")),
    Term(POLITICS, "入党", not_before=("校",)),
    Term(POLITICS, "政见", not_after=_words("行 市 财 邮 民 家")),
    Term(POLITICS, "请愿", not_after=("申",)),
    Term(
        POLITICS,
        "集会",
        not_after=_words("收 征 召 筹 募 采 汇 密 市 云 赶 聚"),
        not_before=_words("议 员 计 展 所 馆 费 籍 场 话"),
    ),
    Term(
        POLITICS,
        "游行",
        not_after=_words("旅 导 出 郊 春 秋 巡 漫 畅 周 自 手 网 上 下 中 游"),
        not_before=_words("业 政 程 李 为 星 者 家"),
    ),
    Term(POLITICS, "上访", not_after=_words("网 线 以 路 街"), not_before=_words("问 谈 客")),
    *_all(
        UNION,
        "工会会员 工会成员 加入工会 参加工会 组织工会 工会积极分子 工会活动分子 工会主席 工会骨干",
    ),
    *_all(
        HEALTH,
        "病史 病历显示 病历记载 确诊 体检结果 健康状况 精神病患者 精神分裂 抑郁症患者 残疾人证",
    ),
    *_all(
        HEALTH, "残疾证 残疾等级 肢体残疾 智力残疾 听力残疾 视力残疾 精神残疾 怀孕 血型 癌症患者"
    ),
    *_all(
        HEALTH,
        "糖尿病患者 高血压患者 肿瘤患者 乙肝患者 乙肝携带 艾滋病人 艾滋病患者 艾滋病毒 阳性患者",
    ),
    *_all(
        HEALTH,
        "核酸结果 接种记录 诊断证明 诊断为 罹患 身患 患病 重病 遗传病 遗传信息 基因检测 基因信息",
    ),
    *_all(
        HEALTH,
        "基因数据 亲子鉴定 DNA鉴定 DNA比对 DNA检测 DNA样本 性取向 同性恋 性伴侣 婚外情 吸毒史",
    ),
    Term(HEALTH, "健康档案", not_after=("职业",)),
    Term(HEALTH, "患有", not_before=_words("国务院 有碍 上述 前款")),
    Term(HEALTH, "流产", not_after=("物",), not_before=_words("业 品 线 权 量")),
    Term(HEALTH, "性生活", not_after=("次",), not_before=_words("用 垃 污 服务")),
    *_all(
        FAMILY, "配偶 妻子 家庭成员 家属姓名 亲属 父母 儿媳 女婿 岳父 岳母 兄弟姐妹 前妻 前夫 离异"
    ),
    *_all(FAMILY, "婚姻状况 已婚 未婚 离婚 丧偶 其父亲 其母亲 其兄 其弟 其姐 其妹"),
    Term(FAMILY, "丈夫", not_after=("大",)),
    Term(FAMILY, "子女", not_before=("学校",)),
    Term(FAMILY, "儿子", not_after=_words("花 盘 幼")),
    Term(FAMILY, "女儿", not_before=_words("红 国 河 会 节 茶 城 墙")),
    Term(FAMILY, "父亲", not_before=("节",)),
    Term(FAMILY, "母亲", not_before=_words("节 河 水窖")),
    *_all(SCHOOL, "择校 就读于 就读学校 学区房 入学资格 转学至 所读学校 在读学校"),
    *_all(HOME, "家庭住址 家庭地址 户籍地 户籍所在地 家住 居住地址 现居住"),
    Term(HOME, "住址", not_after=_words("企业 公司 注册 经营 单位")),
    *(
        Term(ORIGIN, f"{people}族", not_before=_NOT_A_PERSON)
        for people in _PEOPLES
        if people not in _AMBIGUOUS_PEOPLES
    ),
    *(
        Term(ORIGIN, f"{before}{people}族", not_before=_NOT_A_PERSON)
        for people in sorted(_AMBIGUOUS_PEOPLES)
        for before in ("男,", "女,", "男、", "女、", "民族:", "系", "为", "男", "女", ",", "是")
    ),
)
"""Every Chinese term."""


def _phrases(kind: Kind, lines: str) -> tuple[Term, ...]:
    return tuple(Term(kind, phrase.strip()) for phrase in lines.split(";"))


ENGLISH: Final[tuple[Term, ...]] = (
    Term(BIOMETRICS, "fingerprint", not_before=("lock", "reader", "scanner")),
    *_phrases(
        BIOMETRICS,
        """finger print; face recognition; facial recognition; facial image; facial feature; iris scan;
        iris pattern; biometric; voiceprint; voice print; palm print; palmprint""",
    ),
    *_phrases(
        WHEREABOUTS,
        """whereabouts; location history; location data; gps track; gps position; gps location;
        travel history; jaywalking; movement of the owner; movement of the person""",
    ),
    *_phrases(
        COMMUNICATIONS,
        """call log; call record; call history; phone call; phone record; text message; private message;
        chat log; chat history; chat record; contact list; friend list; social graph; social contact;
        email content; mailbox content""",
    ),
    *_phrases(
        HABITS,
        """browsing history; browsing habit; browsing record; search history; web history; online habit;
        gaming hour; gaming time; gaming account; gaming habit; hour of gaming; video game addict;
        addicted to gaming; purchase history; purchase record; purchasing habit; shopping history;
        shopping habit; consumption record""",
    ),
    *_phrases(
        ORIGIN,
        """religion; religious belief; religious affiliation; religious faith; muslim; a christian;
        a buddhist; a jew; a hindu; a believer; ethnicity; ethnic origin; ethnic group; ethnic minority;
        mother tongue; native language; native speaker""",
    ),
    *_phrases(
        POLITICS,
        """political opinion; political view; political belief; political affiliation; party member;
        party membership; dissident; signed a petition; petitioned the; petition against; protester;
        protested; a protest; a demonstration against; took part in a rally; took part in a march;
        took part in a strike; joined a strike; picketed; complainant""",
    ),
    *_phrases(
        UNION,
        """union member; union membership; union organiser; union organizer; union activist;
        union representative; union rep; joined the union; unionist""",
    ),
    *_phrases(
        HEALTH,
        """medical history; medical record; medical condition; health status; health record;
        health condition; hiv; diagnosed with; suffers from; mental illness; mentally ill;
        disabled person; disability certificate; disability grade; is pregnant; was pregnant;
        blood type; blood group; cancer patient; diabetic patient; genetic test; genetic data;
        genetic information; dna test; dna sample; dna profile; sexual orientation; sexual life;
        sexual partner; sex life; homosexual; homosexuality""",
    ),
    *_phrases(
        FAMILY,
        """spouse; husband; his wife; wife of; family member; next of kin; marital status; his son;
        his daughter; his mother; his father; his brother; his sister; his child; her son;
        her daughter; her mother; her father; her brother; her sister; her child; their child;
        their children; son of the; daughter of the; mother of the; father of the; brother of the;
        sister of the""",
    ),
    *_phrases(SCHOOL, "school choice; choice of school; enrolled at; pupil at; attend school"),
    *_phrases(HOME, "home address; residential address; resides at; living at"),
)
"""Every English term: words in a row; an ``s`` at a word's end makes no difference."""
