-- standings; fields: f_violation string
WITH "t52" AS (
  SELECT
    "t51"."question",
    "t51"."subject",
    "t51"."as_of",
    "t51"."known_at",
    "t51"."chances",
    "t51"."exposed",
    "t51"."earned",
    "t51"."divided",
    0 AS "base",
    0 + "t51"."divided" AS "reached",
    GREATEST(0 + "t51"."divided", 0) AS "raised",
    GREATEST(0 + "t51"."divided", 0) AS "points"
  FROM (
    SELECT
      "t50"."question",
      "t50"."subject",
      "t50"."as_of",
      "t50"."known_at",
      "t50"."public_since",
      "t50"."opens_0",
      "t50"."earned",
      "t50"."chances",
      "t50"."exposure",
      "t50"."exposed",
      "t50"."by",
      "t50"."whole",
      "t50"."rest",
      CASE
        WHEN "t50"."exposed"
        THEN "t50"."whole" - CASE WHEN "t50"."rest" < 0 THEN 1 ELSE 0 END
        ELSE 0
      END AS "divided"
    FROM (
      SELECT
        "t49"."question",
        "t49"."subject",
        "t49"."as_of",
        "t49"."known_at",
        "t49"."public_since",
        "t49"."opens_0",
        "t49"."earned",
        "t49"."chances",
        "t49"."exposure",
        "t49"."exposed",
        "t49"."by",
        (
          "t49"."whole" * 10
        ) + DIVIDE("t49"."rest" * 10, "t49"."by") AS "whole",
        (
          "t49"."rest" * 10
        ) % "t49"."by" AS "rest"
      FROM (
        SELECT
          "t48"."question",
          "t48"."subject",
          "t48"."as_of",
          "t48"."known_at",
          "t48"."public_since",
          "t48"."opens_0",
          "t48"."earned",
          "t48"."chances",
          "t48"."exposure",
          "t48"."exposed",
          "t48"."by",
          (
            "t48"."whole" * 10
          ) + DIVIDE("t48"."rest" * 10, "t48"."by") AS "whole",
          (
            "t48"."rest" * 10
          ) % "t48"."by" AS "rest"
        FROM (
          SELECT
            "t47"."question",
            "t47"."subject",
            "t47"."as_of",
            "t47"."known_at",
            "t47"."public_since",
            "t47"."opens_0",
            "t47"."earned",
            "t47"."chances",
            "t47"."exposure",
            "t47"."exposed",
            "t47"."by",
            (
              "t47"."whole" * 10
            ) + DIVIDE("t47"."rest" * 10, "t47"."by") AS "whole",
            (
              "t47"."rest" * 10
            ) % "t47"."by" AS "rest"
          FROM (
            SELECT
              "t46"."question",
              "t46"."subject",
              "t46"."as_of",
              "t46"."known_at",
              "t46"."public_since",
              "t46"."opens_0",
              "t46"."earned",
              "t46"."chances",
              "t46"."exposure",
              "t46"."exposed",
              "t46"."by",
              DIVIDE("t46"."earned", "t46"."by") AS "whole",
              "t46"."earned" % "t46"."by" AS "rest"
            FROM (
              SELECT
                "t45"."question",
                "t45"."subject",
                "t45"."as_of",
                "t45"."known_at",
                "t45"."public_since",
                "t45"."opens_0",
                "t45"."earned",
                "t45"."chances",
                "t45"."exposure",
                "t45"."exposed",
                CASE WHEN "t45"."exposed" THEN "t45"."exposure" ELSE 1 END AS "by"
              FROM (
                SELECT
                  "t44"."question",
                  "t44"."subject",
                  "t44"."as_of",
                  "t44"."known_at",
                  "t44"."public_since",
                  "t44"."opens_0",
                  "t44"."earned",
                  "t44"."chances",
                  "t44"."exposure",
                  (
                    "t44"."chances" >= 3
                  ) AND (
                    "t44"."exposure" > 0
                  ) AS "exposed"
                FROM (
                  SELECT
                    "t43"."question",
                    "t43"."subject",
                    "t43"."as_of",
                    "t43"."known_at",
                    "t43"."public_since",
                    "t43"."opens_0",
                    "t43"."earned",
                    COALESCE("t43"."chances", 0) AS "chances",
                    COALESCE("t43"."exposure", 0) AS "exposure"
                  FROM (
                    SELECT
                      "t42"."question",
                      "t42"."subject",
                      "t42"."as_of",
                      "t42"."known_at",
                      "t42"."public_since",
                      "t42"."opens_0",
                      "t42"."earned",
                      "t30"."chances",
                      "t30"."exposure"
                    FROM (
                      SELECT
                        "t40"."question",
                        "t40"."subject",
                        "t40"."as_of",
                        "t40"."known_at",
                        "t40"."public_since",
                        "t40"."opens_0",
                        COALESCE("t40"."earned", 0) AS "earned"
                      FROM (
                        SELECT
                          "t5"."question",
                          "t5"."subject",
                          "t5"."as_of",
                          "t5"."known_at",
                          "t6"."public_since",
                          "t6"."opens_0",
                          "t39"."earned"
                        FROM "questions" AS "t5"
                        INNER JOIN "days" AS "t6"
                          ON "t5"."as_of" = "t6"."as_of"
                        LEFT OUTER JOIN (
                          SELECT
                            "t37"."question",
                            SUM("t37"."points") AS "earned"
                          FROM (
                            SELECT
                              "t36"."question",
                              "t36"."slot",
                              "t36"."points"
                            FROM (
                              SELECT
                                "t35"."question",
                                "t35"."number",
                                "t35"."record",
                                "t35"."happened",
                                "t35"."ends",
                                "t35"."leaves",
                                "t35"."points",
                                "t35"."why",
                                "t35"."times",
                                "t35"."over",
                                -1 AS "slot"
                              FROM (
                                SELECT
                                  "t34"."question",
                                  "t34"."number",
                                  "t34"."record",
                                  "t34"."happened",
                                  "t34"."ends",
                                  "t34"."leaves",
                                  "t34"."points",
                                  "t34"."why",
                                  "t34"."times",
                                  "t34"."over"
                                FROM (
                                  SELECT
                                    "t33"."question",
                                    "t33"."number",
                                    "t33"."record",
                                    "t33"."document",
                                    "t33"."happened",
                                    "t33"."ends",
                                    "t33"."leaves",
                                    "t33"."known",
                                    "t33"."worth",
                                    "t33"."doubted",
                                    "t33"."early",
                                    "t33"."times",
                                    "t33"."over",
                                    CASE
                                      WHEN (
                                        -(
                                          "t33"."worth"
                                        ) < 0
                                      ) AND (
                                        "t33"."doubted" OR "t33"."early"
                                      )
                                      THEN 0
                                      ELSE "t33"."worth"
                                    END AS "points",
                                    CASE
                                      WHEN (
                                        -(
                                          "t33"."worth"
                                        ) < 0
                                      ) AND (
                                        "t33"."doubted" OR "t33"."early"
                                      )
                                      THEN CASE WHEN "t33"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                                      ELSE ''
                                    END AS "why"
                                  FROM (
                                    SELECT
                                      "t32"."question",
                                      "t32"."number",
                                      "t32"."record",
                                      "t32"."document",
                                      "t32"."happened",
                                      "t32"."ends",
                                      "t32"."leaves",
                                      "t32"."known",
                                      "t32"."worth",
                                      "t32"."doubted",
                                      "t32"."early",
                                      "t32"."times",
                                      "t32"."over"
                                    FROM (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t26"."subject",
                                          "t26"."record",
                                          "t26"."type",
                                          "t26"."document",
                                          "t26"."happened",
                                          "t26"."ends",
                                          "t26"."leaves",
                                          "t26"."severity",
                                          "t26"."kind",
                                          "t26"."adverse",
                                          "t26"."known",
                                          "t26"."retracts",
                                          "t26"."superseded",
                                          "t26"."doubt_from",
                                          "t26"."doubt_until",
                                          "t26"."replaced",
                                          "t26"."f_violation",
                                          "t26"."question",
                                          "t26"."as_of",
                                          "t26"."known_at",
                                          "t26"."public_since",
                                          "t26"."opens_0",
                                          "t26"."number",
                                          "t26"."times",
                                          "t26"."over",
                                          CASE
                                            WHEN "t26"."number" = 0
                                            THEN (
                                              DIVIDE("t26"."worth", "t26"."over") * "t26"."times"
                                            ) + (
                                              DIVIDE((
                                                "t26"."worth" % "t26"."over"
                                              ) * "t26"."times", "t26"."over") - CASE
                                                WHEN (
                                                  (
                                                    (
                                                      "t26"."worth" % "t26"."over"
                                                    ) * "t26"."times"
                                                  ) % "t26"."over"
                                                ) < 0
                                                THEN 1
                                                ELSE 0
                                              END
                                            )
                                            ELSE "t26"."worth"
                                          END AS "worth",
                                          "t26"."doubted",
                                          "t26"."early"
                                        FROM (
                                          SELECT
                                            "t24"."subject",
                                            "t24"."record",
                                            "t24"."type",
                                            "t24"."document",
                                            "t24"."happened",
                                            "t24"."ends",
                                            "t24"."leaves",
                                            "t24"."severity",
                                            "t24"."kind",
                                            "t24"."adverse",
                                            "t24"."known",
                                            "t24"."retracts",
                                            "t24"."superseded",
                                            "t24"."doubt_from",
                                            "t24"."doubt_until",
                                            "t24"."replaced",
                                            "t24"."f_violation",
                                            "t24"."question",
                                            "t24"."as_of",
                                            "t24"."known_at",
                                            "t24"."public_since",
                                            "t24"."opens_0",
                                            "t24"."number",
                                            "t24"."times",
                                            "t24"."over",
                                            CASE
                                              WHEN "t24"."number" = 0
                                              THEN CASE
                                                WHEN "t24"."f_violation" IS NULL
                                                THEN CAST(NULL AS BIGINT)
                                                WHEN "t24"."f_violation" = 'speeding_15_mph_and_more'
                                                THEN 10000
                                                WHEN "t24"."f_violation" = 'speeding_11_to_14_mph'
                                                THEN 7000
                                                WHEN "t24"."f_violation" = 'speeding_6_to_10_mph'
                                                THEN 4000
                                                WHEN "t24"."f_violation" = 'following_too_close'
                                                THEN 5000
                                                ELSE 0
                                              END
                                              ELSE CAST(NULL AS BIGINT)
                                            END AS "worth",
                                            (
                                              "t24"."doubt_from" IS NOT NULL
                                            )
                                            AND (
                                              "t24"."doubt_from" <= "t24"."known_at"
                                            )
                                            AND (
                                              (
                                                "t24"."doubt_until" IS NULL
                                              ) OR (
                                                "t24"."known_at" < "t24"."doubt_until"
                                              )
                                            ) AS "doubted",
                                            (
                                              "t24"."public_since" IS NOT NULL
                                            )
                                            AND (
                                              "t24"."happened" < "t24"."public_since"
                                            ) AS "early"
                                          FROM (
                                            SELECT
                                              "t21"."subject",
                                              "t21"."record",
                                              "t21"."type",
                                              "t21"."document",
                                              "t21"."happened",
                                              "t21"."ends",
                                              "t21"."leaves",
                                              "t21"."severity",
                                              "t21"."kind",
                                              "t21"."adverse",
                                              "t21"."known",
                                              "t21"."retracts",
                                              "t21"."superseded",
                                              "t21"."doubt_from",
                                              "t21"."doubt_until",
                                              "t21"."replaced",
                                              "t21"."f_violation",
                                              "t21"."question",
                                              "t21"."as_of",
                                              "t21"."known_at",
                                              "t21"."public_since",
                                              "t21"."opens_0",
                                              "t21"."number",
                                              COALESCE("t7"."times", 0) AS "times",
                                              COALESCE("t7"."over", 1) AS "over"
                                            FROM (
                                              SELECT
                                                *
                                              FROM (
                                                SELECT
                                                  "t8"."subject",
                                                  "t8"."record",
                                                  "t8"."type",
                                                  "t8"."document",
                                                  "t8"."happened",
                                                  "t8"."ends",
                                                  "t8"."leaves",
                                                  "t8"."severity",
                                                  "t8"."kind",
                                                  "t8"."adverse",
                                                  "t8"."known",
                                                  "t8"."retracts",
                                                  "t8"."superseded",
                                                  "t8"."doubt_from",
                                                  "t8"."doubt_until",
                                                  "t8"."replaced",
                                                  "t8"."f_violation",
                                                  "t15"."question",
                                                  "t15"."as_of",
                                                  "t15"."known_at",
                                                  "t15"."public_since",
                                                  "t15"."opens_0",
                                                  "t9"."number"
                                                FROM "records" AS "t8"
                                                INNER JOIN (
                                                  SELECT
                                                    "t5"."question",
                                                    "t5"."subject",
                                                    "t5"."as_of",
                                                    "t5"."known_at",
                                                    "t6"."public_since",
                                                    "t6"."opens_0"
                                                  FROM "questions" AS "t5"
                                                  INNER JOIN "days" AS "t6"
                                                    ON "t5"."as_of" = "t6"."as_of"
                                                ) AS "t15"
                                                  ON "t8"."subject" = "t15"."subject"
                                                INNER JOIN "factors" AS "t9"
                                                  ON "t8"."type" = "t9"."type"
                                              ) AS "t18"
                                              WHERE
                                                "t18"."known" <= "t18"."known_at"
                                                AND (
                                                  (
                                                    "t18"."replaced" IS NULL
                                                  ) OR (
                                                    "t18"."known_at" < "t18"."replaced"
                                                  )
                                                )
                                            ) AS "t21"
                                            LEFT OUTER JOIN "ages" AS "t7"
                                              ON "t21"."number" = "t7"."number"
                                              AND "t21"."as_of" = "t7"."as_of"
                                              AND "t21"."happened" = "t7"."happened"
                                          ) AS "t24"
                                        ) AS "t26"
                                      ) AS "t31"
                                      WHERE
                                        NOT (
                                          "t31"."retracts"
                                        )
                                        AND (
                                          (
                                            "t31"."superseded" IS NULL
                                          ) OR (
                                            "t31"."known_at" < "t31"."superseded"
                                          )
                                        )
                                        AND "t31"."happened" <= "t31"."as_of"
                                        AND (
                                          (
                                            "t31"."leaves" IS NULL
                                          ) OR (
                                            "t31"."as_of" < "t31"."leaves"
                                          )
                                        )
                                        AND (
                                          (
                                            "t31"."ends" IS NULL
                                          ) OR (
                                            "t31"."as_of" < "t31"."ends"
                                          )
                                        )
                                        AND "t31"."happened" > "t31"."opens_0"
                                        AND "t31"."worth" IS NOT NULL
                                    ) AS "t32"
                                  ) AS "t33"
                                ) AS "t34"
                              ) AS "t35"
                            ) AS "t36"
                          ) AS "t37"
                          GROUP BY
                            1
                        ) AS "t39"
                          ON "t5"."question" = "t39"."question"
                      ) AS "t40"
                    ) AS "t42"
                    LEFT OUTER JOIN (
                      SELECT
                        "t28"."question",
                        SUM("t28"."one") AS "chances",
                        SUM("t28"."part") AS "exposure"
                      FROM (
                        SELECT
                          "t27"."subject",
                          "t27"."record",
                          "t27"."type",
                          "t27"."document",
                          "t27"."happened",
                          "t27"."ends",
                          "t27"."leaves",
                          "t27"."severity",
                          "t27"."kind",
                          "t27"."adverse",
                          "t27"."known",
                          "t27"."retracts",
                          "t27"."superseded",
                          "t27"."doubt_from",
                          "t27"."doubt_until",
                          "t27"."replaced",
                          "t27"."f_violation",
                          "t27"."question",
                          "t27"."as_of",
                          "t27"."known_at",
                          "t27"."public_since",
                          "t27"."opens_0",
                          "t27"."times",
                          "t27"."part",
                          1 AS "one"
                        FROM (
                          SELECT
                            "t25"."subject",
                            "t25"."record",
                            "t25"."type",
                            "t25"."document",
                            "t25"."happened",
                            "t25"."ends",
                            "t25"."leaves",
                            "t25"."severity",
                            "t25"."kind",
                            "t25"."adverse",
                            "t25"."known",
                            "t25"."retracts",
                            "t25"."superseded",
                            "t25"."doubt_from",
                            "t25"."doubt_until",
                            "t25"."replaced",
                            "t25"."f_violation",
                            "t25"."question",
                            "t25"."as_of",
                            "t25"."known_at",
                            "t25"."public_since",
                            "t25"."opens_0",
                            "t25"."times",
                            COALESCE("t25"."times", 0) * 1 AS "part"
                          FROM (
                            SELECT
                              "t23"."subject",
                              "t23"."record",
                              "t23"."type",
                              "t23"."document",
                              "t23"."happened",
                              "t23"."ends",
                              "t23"."leaves",
                              "t23"."severity",
                              "t23"."kind",
                              "t23"."adverse",
                              "t23"."known",
                              "t23"."retracts",
                              "t23"."superseded",
                              "t23"."doubt_from",
                              "t23"."doubt_until",
                              "t23"."replaced",
                              "t23"."f_violation",
                              "t23"."question",
                              "t23"."as_of",
                              "t23"."known_at",
                              "t23"."public_since",
                              "t23"."opens_0",
                              "t16"."times"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t12"."subject",
                                    "t12"."record",
                                    "t12"."type",
                                    "t12"."document",
                                    "t12"."happened",
                                    "t12"."ends",
                                    "t12"."leaves",
                                    "t12"."severity",
                                    "t12"."kind",
                                    "t12"."adverse",
                                    "t12"."known",
                                    "t12"."retracts",
                                    "t12"."superseded",
                                    "t12"."doubt_from",
                                    "t12"."doubt_until",
                                    "t12"."replaced",
                                    "t12"."f_violation",
                                    "t15"."question",
                                    "t15"."as_of",
                                    "t15"."known_at",
                                    "t15"."public_since",
                                    "t15"."opens_0"
                                  FROM (
                                    SELECT
                                      *
                                    FROM "records" AS "t3"
                                    WHERE
                                      "t3"."type" = 'roadside_inspection'
                                  ) AS "t12"
                                  INNER JOIN (
                                    SELECT
                                      "t5"."question",
                                      "t5"."subject",
                                      "t5"."as_of",
                                      "t5"."known_at",
                                      "t6"."public_since",
                                      "t6"."opens_0"
                                    FROM "questions" AS "t5"
                                    INNER JOIN "days" AS "t6"
                                      ON "t5"."as_of" = "t6"."as_of"
                                  ) AS "t15"
                                    ON "t12"."subject" = "t15"."subject"
                                ) AS "t17"
                                WHERE
                                  "t17"."known" <= "t17"."known_at"
                                  AND (
                                    (
                                      "t17"."replaced" IS NULL
                                    ) OR (
                                      "t17"."known_at" < "t17"."replaced"
                                    )
                                  )
                              ) AS "t19"
                              WHERE
                                NOT (
                                  "t19"."retracts"
                                )
                                AND (
                                  (
                                    "t19"."superseded" IS NULL
                                  ) OR (
                                    "t19"."known_at" < "t19"."superseded"
                                  )
                                )
                                AND "t19"."happened" <= "t19"."as_of"
                                AND (
                                  (
                                    "t19"."leaves" IS NULL
                                  ) OR (
                                    "t19"."as_of" < "t19"."leaves"
                                  )
                                )
                                AND (
                                  (
                                    "t19"."ends" IS NULL
                                  ) OR (
                                    "t19"."as_of" < "t19"."ends"
                                  )
                                )
                                AND TRUE
                                AND "t19"."happened" > "t19"."opens_0"
                            ) AS "t23"
                            LEFT OUTER JOIN (
                              SELECT
                                "t10"."as_of",
                                "t10"."happened",
                                "t10"."times"
                              FROM (
                                SELECT
                                  *
                                FROM "ages" AS "t2"
                                WHERE
                                  "t2"."number" = -1
                              ) AS "t10"
                            ) AS "t16"
                              ON "t23"."as_of" = "t16"."as_of" AND "t23"."happened" = "t16"."happened"
                          ) AS "t25"
                        ) AS "t27"
                      ) AS "t28"
                      GROUP BY
                        1
                    ) AS "t30"
                      ON "t42"."question" = "t30"."question"
                  ) AS "t43"
                ) AS "t44"
              ) AS "t45"
            ) AS "t46"
          ) AS "t47"
        ) AS "t48"
      ) AS "t49"
    ) AS "t50"
  ) AS "t51"
)
SELECT
  "t65"."question",
  "t65"."subject",
  "t65"."as_of",
  "t65"."known_at",
  "t65"."points",
  "t65"."grade",
  "t65"."direct",
  "t65"."rank",
  "t65"."stage",
  "t65"."reduced_to",
  "t65"."ceiling"
FROM (
  SELECT
    "t64"."question",
    "t64"."subject",
    "t64"."as_of",
    "t64"."known_at",
    "t64"."chances",
    "t64"."exposed",
    "t64"."earned",
    "t64"."divided",
    "t64"."base",
    "t64"."reached",
    "t64"."raised",
    "t64"."points",
    "t64"."rank",
    "t64"."band",
    "t64"."code",
    "t64"."direct",
    CASE
      WHEN "t64"."code" = 1
      THEN 'alert'
      WHEN "t64"."code" = 2
      THEN 'watched'
      WHEN "t64"."code" = 3
      THEN 'ordinary'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t63"."question",
      "t63"."subject",
      "t63"."as_of",
      "t63"."known_at",
      "t63"."chances",
      "t63"."exposed",
      "t63"."earned",
      "t63"."divided",
      "t63"."base",
      "t63"."reached",
      "t63"."raised",
      "t63"."points",
      "t63"."rank",
      "t63"."band",
      "t63"."band" AS "code",
      CAST(NULL AS BIGINT) AS "direct"
    FROM (
      SELECT
        "t62"."question",
        "t62"."subject",
        "t62"."as_of",
        "t62"."known_at",
        "t62"."chances",
        "t62"."exposed",
        "t62"."earned",
        "t62"."divided",
        "t62"."base",
        "t62"."reached",
        "t62"."raised",
        "t62"."points",
        "t62"."rank",
        CASE
          WHEN "t62"."exposed"
          THEN CASE
            WHEN "t62"."rank" >= 80000
            THEN 1
            WHEN "t62"."rank" >= 50000
            THEN 2
            WHEN "t62"."rank" >= 0
            THEN 3
            ELSE 0
          END
          ELSE 0
        END AS "band"
      FROM (
        SELECT
          "t54"."question",
          "t54"."subject",
          "t54"."as_of",
          "t54"."known_at",
          "t54"."chances",
          "t54"."exposed",
          "t54"."earned",
          "t54"."divided",
          "t54"."base",
          "t54"."reached",
          "t54"."raised",
          "t54"."points",
          "t61"."rank"
        FROM "t52" AS "t54"
        LEFT OUTER JOIN (
          SELECT
            "t59"."question",
            DIVIDE(100000 * "t59"."fewer", GREATEST("t59"."count" - 1, 1)) - CASE
              WHEN (
                (
                  100000 * "t59"."fewer"
                ) % GREATEST("t59"."count" - 1, 1)
              ) < 0
              THEN 1
              ELSE 0
            END AS "rank"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t57"."question",
                "t57"."as_of",
                "t57"."known_at",
                "t57"."peers",
                "t57"."one",
                "t57"."points",
                RANK() OVER (
                  PARTITION BY "t57"."as_of", "t57"."known_at", "t57"."peers"
                  ORDER BY "t57"."points" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) - 1 AS "fewer",
                SUM("t57"."one") OVER (
                  PARTITION BY "t57"."as_of", "t57"."known_at", "t57"."peers"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS "count"
              FROM (
                SELECT
                  "t56"."question",
                  "t56"."as_of",
                  "t56"."known_at",
                  "t56"."peers",
                  "t56"."one",
                  "t56"."points"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t53"."question",
                      "t53"."subject",
                      "t53"."as_of",
                      "t53"."known_at",
                      "t53"."chances",
                      "t53"."exposed",
                      "t53"."earned",
                      "t53"."divided",
                      "t53"."base",
                      "t53"."reached",
                      "t53"."raised",
                      "t53"."points",
                      CASE
                        WHEN "t53"."exposed" AND (
                          "t53"."chances" >= 6
                        )
                        THEN 6
                        WHEN "t53"."exposed" AND (
                          "t53"."chances" >= 3
                        )
                        THEN 3
                        ELSE CAST(NULL AS BIGINT)
                      END AS "peers",
                      1 AS "one"
                    FROM "t52" AS "t53"
                  ) AS "t55"
                  WHERE
                    "t55"."peers" IS NOT NULL
                ) AS "t56"
              ) AS "t57"
            ) AS "t58"
            WHERE
              "t58"."count" >= 3
          ) AS "t59"
        ) AS "t61"
          ON "t54"."question" = "t61"."question"
      ) AS "t62"
    ) AS "t63"
  ) AS "t64"
) AS "t65"

-- contributions; fields: f_violation string
WITH "t35" AS (
  SELECT
    "t29"."subject",
    "t29"."record",
    "t29"."type",
    "t29"."document",
    "t29"."happened",
    "t29"."ends",
    "t29"."leaves",
    "t29"."severity",
    "t29"."kind",
    "t29"."adverse",
    "t29"."known",
    "t29"."retracts",
    "t29"."superseded",
    "t29"."doubt_from",
    "t29"."doubt_until",
    "t29"."replaced",
    "t29"."f_violation",
    "t29"."question",
    "t29"."as_of",
    "t29"."known_at",
    "t29"."public_since",
    "t29"."opens_0",
    "t29"."number",
    "t29"."times",
    "t29"."over",
    CASE
      WHEN "t29"."number" = 0
      THEN (
        DIVIDE("t29"."worth", "t29"."over") * "t29"."times"
      ) + (
        DIVIDE((
          "t29"."worth" % "t29"."over"
        ) * "t29"."times", "t29"."over") - CASE
          WHEN (
            (
              (
                "t29"."worth" % "t29"."over"
              ) * "t29"."times"
            ) % "t29"."over"
          ) < 0
          THEN 1
          ELSE 0
        END
      )
      ELSE "t29"."worth"
    END AS "worth",
    "t29"."doubted",
    "t29"."early"
  FROM (
    SELECT
      "t26"."subject",
      "t26"."record",
      "t26"."type",
      "t26"."document",
      "t26"."happened",
      "t26"."ends",
      "t26"."leaves",
      "t26"."severity",
      "t26"."kind",
      "t26"."adverse",
      "t26"."known",
      "t26"."retracts",
      "t26"."superseded",
      "t26"."doubt_from",
      "t26"."doubt_until",
      "t26"."replaced",
      "t26"."f_violation",
      "t26"."question",
      "t26"."as_of",
      "t26"."known_at",
      "t26"."public_since",
      "t26"."opens_0",
      "t26"."number",
      "t26"."times",
      "t26"."over",
      CASE
        WHEN "t26"."number" = 0
        THEN CASE
          WHEN "t26"."f_violation" IS NULL
          THEN CAST(NULL AS BIGINT)
          WHEN "t26"."f_violation" = 'speeding_15_mph_and_more'
          THEN 10000
          WHEN "t26"."f_violation" = 'speeding_11_to_14_mph'
          THEN 7000
          WHEN "t26"."f_violation" = 'speeding_6_to_10_mph'
          THEN 4000
          WHEN "t26"."f_violation" = 'following_too_close'
          THEN 5000
          ELSE 0
        END
        ELSE CAST(NULL AS BIGINT)
      END AS "worth",
      (
        "t26"."doubt_from" IS NOT NULL
      )
      AND (
        "t26"."doubt_from" <= "t26"."known_at"
      )
      AND (
        (
          "t26"."doubt_until" IS NULL
        ) OR (
          "t26"."known_at" < "t26"."doubt_until"
        )
      ) AS "doubted",
      (
        "t26"."public_since" IS NOT NULL
      )
      AND (
        "t26"."happened" < "t26"."public_since"
      ) AS "early"
    FROM (
      SELECT
        "t23"."subject",
        "t23"."record",
        "t23"."type",
        "t23"."document",
        "t23"."happened",
        "t23"."ends",
        "t23"."leaves",
        "t23"."severity",
        "t23"."kind",
        "t23"."adverse",
        "t23"."known",
        "t23"."retracts",
        "t23"."superseded",
        "t23"."doubt_from",
        "t23"."doubt_until",
        "t23"."replaced",
        "t23"."f_violation",
        "t23"."question",
        "t23"."as_of",
        "t23"."known_at",
        "t23"."public_since",
        "t23"."opens_0",
        "t23"."number",
        COALESCE("t8"."times", 0) AS "times",
        COALESCE("t8"."over", 1) AS "over"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t5"."subject",
            "t5"."record",
            "t5"."type",
            "t5"."document",
            "t5"."happened",
            "t5"."ends",
            "t5"."leaves",
            "t5"."severity",
            "t5"."kind",
            "t5"."adverse",
            "t5"."known",
            "t5"."retracts",
            "t5"."superseded",
            "t5"."doubt_from",
            "t5"."doubt_until",
            "t5"."replaced",
            "t5"."f_violation",
            "t15"."question",
            "t15"."as_of",
            "t15"."known_at",
            "t15"."public_since",
            "t15"."opens_0",
            "t9"."number"
          FROM "records" AS "t5"
          INNER JOIN (
            SELECT
              "t6"."question",
              "t6"."subject",
              "t6"."as_of",
              "t6"."known_at",
              "t7"."public_since",
              "t7"."opens_0"
            FROM "questions" AS "t6"
            INNER JOIN "days" AS "t7"
              ON "t6"."as_of" = "t7"."as_of"
          ) AS "t15"
            ON "t5"."subject" = "t15"."subject"
          INNER JOIN "factors" AS "t9"
            ON "t5"."type" = "t9"."type"
        ) AS "t18"
        WHERE
          "t18"."known" <= "t18"."known_at"
          AND (
            (
              "t18"."replaced" IS NULL
            ) OR (
              "t18"."known_at" < "t18"."replaced"
            )
          )
      ) AS "t23"
      LEFT OUTER JOIN "ages" AS "t8"
        ON "t23"."number" = "t8"."number"
        AND "t23"."as_of" = "t8"."as_of"
        AND "t23"."happened" = "t8"."happened"
    ) AS "t26"
  ) AS "t29"
), "t41" AS (
  SELECT
    "t39"."question",
    "t39"."number",
    "t39"."record",
    "t39"."happened",
    "t39"."ends",
    "t39"."leaves",
    "t39"."points",
    "t39"."why",
    "t39"."times",
    "t39"."over"
  FROM (
    SELECT
      "t38"."question",
      "t38"."number",
      "t38"."record",
      "t38"."document",
      "t38"."happened",
      "t38"."ends",
      "t38"."leaves",
      "t38"."known",
      "t38"."worth",
      "t38"."doubted",
      "t38"."early",
      "t38"."times",
      "t38"."over",
      CASE
        WHEN (
          -(
            "t38"."worth"
          ) < 0
        ) AND (
          "t38"."doubted" OR "t38"."early"
        )
        THEN 0
        ELSE "t38"."worth"
      END AS "points",
      CASE
        WHEN (
          -(
            "t38"."worth"
          ) < 0
        ) AND (
          "t38"."doubted" OR "t38"."early"
        )
        THEN CASE WHEN "t38"."doubted" THEN 'in_doubt' ELSE 'before_public' END
        ELSE ''
      END AS "why"
    FROM (
      SELECT
        "t37"."question",
        "t37"."number",
        "t37"."record",
        "t37"."document",
        "t37"."happened",
        "t37"."ends",
        "t37"."leaves",
        "t37"."known",
        "t37"."worth",
        "t37"."doubted",
        "t37"."early",
        "t37"."times",
        "t37"."over"
      FROM (
        SELECT
          *
        FROM "t35" AS "t36"
        WHERE
          NOT (
            "t36"."retracts"
          )
          AND (
            (
              "t36"."superseded" IS NULL
            ) OR (
              "t36"."known_at" < "t36"."superseded"
            )
          )
          AND "t36"."happened" <= "t36"."as_of"
          AND (
            (
              "t36"."leaves" IS NULL
            ) OR (
              "t36"."as_of" < "t36"."leaves"
            )
          )
          AND (
            (
              "t36"."ends" IS NULL
            ) OR (
              "t36"."as_of" < "t36"."ends"
            )
          )
          AND "t36"."happened" > "t36"."opens_0"
          AND "t36"."worth" IS NOT NULL
      ) AS "t37"
    ) AS "t38"
  ) AS "t39"
), "t62" AS (
  SELECT
    "t61"."question",
    "t61"."subject",
    "t61"."as_of",
    "t61"."known_at",
    "t61"."chances",
    "t61"."exposed",
    "t61"."earned",
    "t61"."divided",
    0 AS "base",
    0 + "t61"."divided" AS "reached",
    GREATEST(0 + "t61"."divided", 0) AS "raised",
    GREATEST(0 + "t61"."divided", 0) AS "points"
  FROM (
    SELECT
      "t60"."question",
      "t60"."subject",
      "t60"."as_of",
      "t60"."known_at",
      "t60"."public_since",
      "t60"."opens_0",
      "t60"."earned",
      "t60"."chances",
      "t60"."exposure",
      "t60"."exposed",
      "t60"."by",
      "t60"."whole",
      "t60"."rest",
      CASE
        WHEN "t60"."exposed"
        THEN "t60"."whole" - CASE WHEN "t60"."rest" < 0 THEN 1 ELSE 0 END
        ELSE 0
      END AS "divided"
    FROM (
      SELECT
        "t59"."question",
        "t59"."subject",
        "t59"."as_of",
        "t59"."known_at",
        "t59"."public_since",
        "t59"."opens_0",
        "t59"."earned",
        "t59"."chances",
        "t59"."exposure",
        "t59"."exposed",
        "t59"."by",
        (
          "t59"."whole" * 10
        ) + DIVIDE("t59"."rest" * 10, "t59"."by") AS "whole",
        (
          "t59"."rest" * 10
        ) % "t59"."by" AS "rest"
      FROM (
        SELECT
          "t58"."question",
          "t58"."subject",
          "t58"."as_of",
          "t58"."known_at",
          "t58"."public_since",
          "t58"."opens_0",
          "t58"."earned",
          "t58"."chances",
          "t58"."exposure",
          "t58"."exposed",
          "t58"."by",
          (
            "t58"."whole" * 10
          ) + DIVIDE("t58"."rest" * 10, "t58"."by") AS "whole",
          (
            "t58"."rest" * 10
          ) % "t58"."by" AS "rest"
        FROM (
          SELECT
            "t57"."question",
            "t57"."subject",
            "t57"."as_of",
            "t57"."known_at",
            "t57"."public_since",
            "t57"."opens_0",
            "t57"."earned",
            "t57"."chances",
            "t57"."exposure",
            "t57"."exposed",
            "t57"."by",
            (
              "t57"."whole" * 10
            ) + DIVIDE("t57"."rest" * 10, "t57"."by") AS "whole",
            (
              "t57"."rest" * 10
            ) % "t57"."by" AS "rest"
          FROM (
            SELECT
              "t56"."question",
              "t56"."subject",
              "t56"."as_of",
              "t56"."known_at",
              "t56"."public_since",
              "t56"."opens_0",
              "t56"."earned",
              "t56"."chances",
              "t56"."exposure",
              "t56"."exposed",
              "t56"."by",
              DIVIDE("t56"."earned", "t56"."by") AS "whole",
              "t56"."earned" % "t56"."by" AS "rest"
            FROM (
              SELECT
                "t55"."question",
                "t55"."subject",
                "t55"."as_of",
                "t55"."known_at",
                "t55"."public_since",
                "t55"."opens_0",
                "t55"."earned",
                "t55"."chances",
                "t55"."exposure",
                "t55"."exposed",
                CASE WHEN "t55"."exposed" THEN "t55"."exposure" ELSE 1 END AS "by"
              FROM (
                SELECT
                  "t54"."question",
                  "t54"."subject",
                  "t54"."as_of",
                  "t54"."known_at",
                  "t54"."public_since",
                  "t54"."opens_0",
                  "t54"."earned",
                  "t54"."chances",
                  "t54"."exposure",
                  (
                    "t54"."chances" >= 3
                  ) AND (
                    "t54"."exposure" > 0
                  ) AS "exposed"
                FROM (
                  SELECT
                    "t53"."question",
                    "t53"."subject",
                    "t53"."as_of",
                    "t53"."known_at",
                    "t53"."public_since",
                    "t53"."opens_0",
                    "t53"."earned",
                    COALESCE("t53"."chances", 0) AS "chances",
                    COALESCE("t53"."exposure", 0) AS "exposure"
                  FROM (
                    SELECT
                      "t52"."question",
                      "t52"."subject",
                      "t52"."as_of",
                      "t52"."known_at",
                      "t52"."public_since",
                      "t52"."opens_0",
                      "t52"."earned",
                      "t34"."chances",
                      "t34"."exposure"
                    FROM (
                      SELECT
                        "t50"."question",
                        "t50"."subject",
                        "t50"."as_of",
                        "t50"."known_at",
                        "t50"."public_since",
                        "t50"."opens_0",
                        COALESCE("t50"."earned", 0) AS "earned"
                      FROM (
                        SELECT
                          "t6"."question",
                          "t6"."subject",
                          "t6"."as_of",
                          "t6"."known_at",
                          "t7"."public_since",
                          "t7"."opens_0",
                          "t49"."earned"
                        FROM "questions" AS "t6"
                        INNER JOIN "days" AS "t7"
                          ON "t6"."as_of" = "t7"."as_of"
                        LEFT OUTER JOIN (
                          SELECT
                            "t45"."question",
                            SUM("t45"."points") AS "earned"
                          FROM (
                            SELECT
                              "t44"."question",
                              "t44"."slot",
                              "t44"."points"
                            FROM (
                              SELECT
                                "t42"."question",
                                "t42"."number",
                                "t42"."record",
                                "t42"."happened",
                                "t42"."ends",
                                "t42"."leaves",
                                "t42"."points",
                                "t42"."why",
                                "t42"."times",
                                "t42"."over",
                                -1 AS "slot"
                              FROM "t41" AS "t42"
                            ) AS "t44"
                          ) AS "t45"
                          GROUP BY
                            1
                        ) AS "t49"
                          ON "t6"."question" = "t49"."question"
                      ) AS "t50"
                    ) AS "t52"
                    LEFT OUTER JOIN (
                      SELECT
                        "t32"."question",
                        SUM("t32"."one") AS "chances",
                        SUM("t32"."part") AS "exposure"
                      FROM (
                        SELECT
                          "t31"."subject",
                          "t31"."record",
                          "t31"."type",
                          "t31"."document",
                          "t31"."happened",
                          "t31"."ends",
                          "t31"."leaves",
                          "t31"."severity",
                          "t31"."kind",
                          "t31"."adverse",
                          "t31"."known",
                          "t31"."retracts",
                          "t31"."superseded",
                          "t31"."doubt_from",
                          "t31"."doubt_until",
                          "t31"."replaced",
                          "t31"."f_violation",
                          "t31"."question",
                          "t31"."as_of",
                          "t31"."known_at",
                          "t31"."public_since",
                          "t31"."opens_0",
                          "t31"."times",
                          "t31"."part",
                          1 AS "one"
                        FROM (
                          SELECT
                            "t28"."subject",
                            "t28"."record",
                            "t28"."type",
                            "t28"."document",
                            "t28"."happened",
                            "t28"."ends",
                            "t28"."leaves",
                            "t28"."severity",
                            "t28"."kind",
                            "t28"."adverse",
                            "t28"."known",
                            "t28"."retracts",
                            "t28"."superseded",
                            "t28"."doubt_from",
                            "t28"."doubt_until",
                            "t28"."replaced",
                            "t28"."f_violation",
                            "t28"."question",
                            "t28"."as_of",
                            "t28"."known_at",
                            "t28"."public_since",
                            "t28"."opens_0",
                            "t28"."times",
                            COALESCE("t28"."times", 0) * 1 AS "part"
                          FROM (
                            SELECT
                              "t27"."subject",
                              "t27"."record",
                              "t27"."type",
                              "t27"."document",
                              "t27"."happened",
                              "t27"."ends",
                              "t27"."leaves",
                              "t27"."severity",
                              "t27"."kind",
                              "t27"."adverse",
                              "t27"."known",
                              "t27"."retracts",
                              "t27"."superseded",
                              "t27"."doubt_from",
                              "t27"."doubt_until",
                              "t27"."replaced",
                              "t27"."f_violation",
                              "t27"."question",
                              "t27"."as_of",
                              "t27"."known_at",
                              "t27"."public_since",
                              "t27"."opens_0",
                              "t16"."times"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t12"."subject",
                                    "t12"."record",
                                    "t12"."type",
                                    "t12"."document",
                                    "t12"."happened",
                                    "t12"."ends",
                                    "t12"."leaves",
                                    "t12"."severity",
                                    "t12"."kind",
                                    "t12"."adverse",
                                    "t12"."known",
                                    "t12"."retracts",
                                    "t12"."superseded",
                                    "t12"."doubt_from",
                                    "t12"."doubt_until",
                                    "t12"."replaced",
                                    "t12"."f_violation",
                                    "t15"."question",
                                    "t15"."as_of",
                                    "t15"."known_at",
                                    "t15"."public_since",
                                    "t15"."opens_0"
                                  FROM (
                                    SELECT
                                      *
                                    FROM "records" AS "t0"
                                    WHERE
                                      "t0"."type" = 'roadside_inspection'
                                  ) AS "t12"
                                  INNER JOIN (
                                    SELECT
                                      "t6"."question",
                                      "t6"."subject",
                                      "t6"."as_of",
                                      "t6"."known_at",
                                      "t7"."public_since",
                                      "t7"."opens_0"
                                    FROM "questions" AS "t6"
                                    INNER JOIN "days" AS "t7"
                                      ON "t6"."as_of" = "t7"."as_of"
                                  ) AS "t15"
                                    ON "t12"."subject" = "t15"."subject"
                                ) AS "t19"
                                WHERE
                                  "t19"."known" <= "t19"."known_at"
                                  AND (
                                    (
                                      "t19"."replaced" IS NULL
                                    ) OR (
                                      "t19"."known_at" < "t19"."replaced"
                                    )
                                  )
                              ) AS "t22"
                              WHERE
                                NOT (
                                  "t22"."retracts"
                                )
                                AND (
                                  (
                                    "t22"."superseded" IS NULL
                                  ) OR (
                                    "t22"."known_at" < "t22"."superseded"
                                  )
                                )
                                AND "t22"."happened" <= "t22"."as_of"
                                AND (
                                  (
                                    "t22"."leaves" IS NULL
                                  ) OR (
                                    "t22"."as_of" < "t22"."leaves"
                                  )
                                )
                                AND (
                                  (
                                    "t22"."ends" IS NULL
                                  ) OR (
                                    "t22"."as_of" < "t22"."ends"
                                  )
                                )
                                AND TRUE
                                AND "t22"."happened" > "t22"."opens_0"
                            ) AS "t27"
                            LEFT OUTER JOIN (
                              SELECT
                                "t11"."as_of",
                                "t11"."happened",
                                "t11"."times"
                              FROM (
                                SELECT
                                  *
                                FROM "ages" AS "t3"
                                WHERE
                                  "t3"."number" = -1
                              ) AS "t11"
                            ) AS "t16"
                              ON "t27"."as_of" = "t16"."as_of" AND "t27"."happened" = "t16"."happened"
                          ) AS "t28"
                        ) AS "t31"
                      ) AS "t32"
                      GROUP BY
                        1
                    ) AS "t34"
                      ON "t52"."question" = "t34"."question"
                  ) AS "t53"
                ) AS "t54"
              ) AS "t55"
            ) AS "t56"
          ) AS "t57"
        ) AS "t58"
      ) AS "t59"
    ) AS "t60"
  ) AS "t61"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t66"."question",
          CAST(NULL AS BIGINT) AS "number",
          'floor' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t66"."raised" - "t66"."reached" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t62" AS "t63"
          WHERE
            "t63"."raised" <> "t63"."reached"
        ) AS "t66"
      ) AS "t69"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t67"."question",
          CAST(NULL AS BIGINT) AS "number",
          'ceiling' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t67"."points" - "t67"."raised" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t62" AS "t63"
          WHERE
            "t63"."points" <> "t63"."raised"
        ) AS "t67"
      ) AS "t70"
    ) AS "t72"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t40"."question",
            "t40"."number",
            'points' AS "step",
            "t40"."record",
            "t40"."happened",
            "t40"."ends",
            "t40"."leaves",
            0 AS "points",
            CASE
              WHEN NOT (
                COALESCE(NOT (
                  "t40"."retracts"
                ), FALSE)
              )
              THEN 'retracts'
              WHEN NOT (
                COALESCE(
                  (
                    "t40"."superseded" IS NULL
                  ) OR (
                    "t40"."known_at" < "t40"."superseded"
                  ),
                  FALSE
                )
              )
              THEN 'superseded'
              WHEN NOT (
                COALESCE("t40"."happened" <= "t40"."as_of", FALSE)
              )
              THEN 'not_yet'
              WHEN NOT (
                COALESCE((
                  "t40"."leaves" IS NULL
                ) OR (
                  "t40"."as_of" < "t40"."leaves"
                ), FALSE)
              )
              THEN 'retention_over'
              WHEN NOT (
                COALESCE((
                  "t40"."ends" IS NULL
                ) OR (
                  "t40"."as_of" < "t40"."ends"
                ), FALSE)
              )
              THEN 'validity_over'
              WHEN NOT (
                COALESCE("t40"."happened" > "t40"."opens_0", FALSE)
              )
              THEN 'outside_window'
              WHEN NOT (
                COALESCE("t40"."worth" IS NOT NULL, FALSE)
              )
              THEN 'condition'
              ELSE ''
            END AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t35" AS "t36"
            WHERE
              NOT (
                COALESCE(
                  NOT (
                    "t36"."retracts"
                  )
                  AND (
                    (
                      "t36"."superseded" IS NULL
                    ) OR (
                      "t36"."known_at" < "t36"."superseded"
                    )
                  )
                  AND (
                    "t36"."happened" <= "t36"."as_of"
                  )
                  AND (
                    (
                      "t36"."leaves" IS NULL
                    ) OR (
                      "t36"."as_of" < "t36"."leaves"
                    )
                  )
                  AND (
                    (
                      "t36"."ends" IS NULL
                    ) OR (
                      "t36"."as_of" < "t36"."ends"
                    )
                  )
                  AND (
                    "t36"."happened" > "t36"."opens_0"
                  )
                  AND (
                    "t36"."worth" IS NOT NULL
                  ),
                  FALSE
                )
              )
          ) AS "t40"
        ) AS "t46"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t42"."question",
            "t42"."number",
            'points' AS "step",
            "t42"."record",
            "t42"."happened",
            "t42"."ends",
            "t42"."leaves",
            "t42"."points",
            "t42"."why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            "t42"."times",
            "t42"."over"
          FROM "t41" AS "t42"
        ) AS "t43"
      ) AS "t47"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t65"."question",
            CAST(NULL AS BIGINT) AS "number",
            'exposure' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t65"."divided" - "t65"."earned" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t62" AS "t63"
            WHERE
              "t63"."divided" <> "t63"."earned"
          ) AS "t65"
        ) AS "t68"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t63"."question",
            CAST(NULL AS BIGINT) AS "number",
            'base' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t63"."base" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t62" AS "t63"
        ) AS "t64"
      ) AS "t71"
    ) AS "t73"
  ) AS "t74"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t24"."question",
      CAST(NULL AS BIGINT) AS "number",
      'points' AS "step",
      "t24"."record",
      "t24"."happened",
      "t24"."ends",
      "t24"."leaves",
      0 AS "points",
      CASE
        WHEN NOT (
          COALESCE(NOT (
            "t24"."retracts"
          ), FALSE)
        )
        THEN 'retracts'
        WHEN NOT (
          COALESCE(
            (
              "t24"."superseded" IS NULL
            ) OR (
              "t24"."known_at" < "t24"."superseded"
            ),
            FALSE
          )
        )
        THEN 'superseded'
        ELSE 'no_factor'
      END AS "why",
      CAST(NULL AS BIGINT) AS "year",
      CAST(NULL AS DATE) AS "since",
      CAST(NULL AS BIGINT) AS "times",
      CAST(NULL AS BIGINT) AS "over"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t5"."subject",
            "t5"."record",
            "t5"."type",
            "t5"."document",
            "t5"."happened",
            "t5"."ends",
            "t5"."leaves",
            "t5"."severity",
            "t5"."kind",
            "t5"."adverse",
            "t5"."known",
            "t5"."retracts",
            "t5"."superseded",
            "t5"."doubt_from",
            "t5"."doubt_until",
            "t5"."replaced",
            "t5"."f_violation",
            "t15"."question",
            "t15"."as_of",
            "t15"."known_at",
            "t15"."public_since",
            "t15"."opens_0"
          FROM "records" AS "t5"
          INNER JOIN (
            SELECT
              "t6"."question",
              "t6"."subject",
              "t6"."as_of",
              "t6"."known_at",
              "t7"."public_since",
              "t7"."opens_0"
            FROM "questions" AS "t6"
            INNER JOIN "days" AS "t7"
              ON "t6"."as_of" = "t7"."as_of"
          ) AS "t15"
            ON "t5"."subject" = "t15"."subject"
        ) AS "t17"
        WHERE
          "t17"."known" <= "t17"."known_at"
          AND (
            (
              "t17"."replaced" IS NULL
            ) OR (
              "t17"."known_at" < "t17"."replaced"
            )
          )
      ) AS "t20"
      WHERE
        NOT (
          "t20"."type" IN ('roadside_violation')
        )
    ) AS "t24"
  ) AS "t30"
) AS "t75"
