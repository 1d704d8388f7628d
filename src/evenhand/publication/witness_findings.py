"""What can be wrong with the cosignatures and the keys of an edition."""

from __future__ import annotations

from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text
from evenhand.publication.failing import ONE_VIEW, REPORT, refuses

_SEEN = Text(
    zh="见证人看过的版次，任何人看到的都一样。",
    en="What a witness saw is the same for everybody who asks.",
)

FALSE_COSIGNATURE = refuses(
    "E-ED-36",
    Text(
        zh="见证人 {name} 的联署与检查点不符：检查点被改过，或联署是伪造的。",
        en="The cosignature of the witness {name} does not fit the checkpoint: that was changed, or the "
        "cosignature forged.",
    ),
    _SEEN,
    REPORT,
)
NOT_COSIGNED = refuses(
    "E-ED-37",
    Text(
        zh="没有见证人 {name} 的联署。",
        en="The witness {name} has not cosigned it.",
    ),
    ONE_VIEW,
    Text(
        zh="请重新下载当前版次；仍没有联署，请询问见证人是否拒绝过这份日志。",
        en="Fetch the current edition again. If it still has none, ask the witness whether it refused the "
        "log.",
    ),
)
COSIGNED_BEFORE = refuses(
    "E-ED-38",
    Text(
        zh="见证人 {name} 的联署时间 {read} 早于版次的制作时间 {allowed}。",
        en="The witness {name} cosigned it at {read}, before it was made at {allowed}.",
    ),
    Text(
        zh="两只时钟相差太大，时间就什么也不能证明。",
        en="Two clocks so far apart prove nothing about time.",
    ),
    REPORT,
)
COSIGNED_LATER = refuses(
    "E-ED-39",
    Text(
        zh="见证人 {name} 的联署时间 {read} 晚于现在 {allowed}。",
        en="The witness {name} cosigned it at {read}, which is still to come: it is {allowed}.",
    ),
    Text(
        zh="来自将来的联署什么也不能证明。",
        en="A cosignature from the future proves nothing.",
    ),
    Text(
        zh="请检查本机的时钟；若时钟无误，请告知见证人。",
        en="Check the clock of this computer. If it is right, tell the witness.",
    ),
)
REPLACED_KEY = refuses(
    "E-ED-40",
    Text(
        zh="日志第 {read} 行之后由另一把密钥签名；{allowed} 在那之后不再有效。",
        en="From leaf {read} on another key signs the log; {allowed} counts for nothing after that.",
    ),
    Text(
        zh="换下的密钥若还能签名，偷到它的人就能发布名单。",
        en="If a key that was replaced could still sign, whoever stole it could publish lists.",
    ),
    REPORT,
)
REVOKED_KEY = refuses(
    "E-ED-41",
    Text(
        zh="签名所用的密钥自 {read} 起已撤销，这一版次没有在那之前的联署，也不是登记的最后一版。",
        en="The key that signed it is revoked from {read}. No witness cosigned this head before, and it is "
        "not the last that the register recorded.",
    ),
    Text(
        zh="密钥泄露之后，它的签名不能证明是谁签的。",
        en="Once a key is stolen, its signature no longer says who signed.",
    ),
    Text(
        zh="请从登记库取新的公钥和当前版次。",
        en="Get the new public key and the current edition from the register.",
    ),
)
FALSE_STATEMENT = refuses(
    "E-ED-42",
    Text(
        zh="关于密钥的声明不成立：{read}。",
        en="The statement about keys does not hold: {read}.",
    ),
    Text(
        zh="换密钥和撤销密钥，须有两名管理员签名；换密钥还须有旧密钥的签名。",
        en="A key is replaced or revoked by two stewards; one that is replaced signs for its successor.",
    ),
    REPORT,
)

KINDS: tuple[Kind, ...] = (
    FALSE_COSIGNATURE,
    NOT_COSIGNED,
    COSIGNED_BEFORE,
    COSIGNED_LATER,
    REPLACED_KEY,
    REVOKED_KEY,
    FALSE_STATEMENT,
)
