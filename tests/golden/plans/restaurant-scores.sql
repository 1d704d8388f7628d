-- standings; fields: f_risk string, f_visit string
SELECT
  "t38"."question",
  "t38"."subject",
  "t38"."as_of",
  "t38"."known_at",
  "t38"."points",
  "t38"."grade",
  "t38"."direct",
  "t38"."rank",
  "t38"."stage",
  "t38"."reduced_to",
  "t38"."ceiling"
FROM (
  SELECT
    "t37"."question",
    "t37"."subject",
    "t37"."as_of",
    "t37"."known_at",
    "t37"."base",
    "t37"."reached",
    "t37"."raised",
    "t37"."points",
    "t37"."band",
    "t37"."state_0",
    "t37"."firm",
    "t37"."firm_direct",
    "t37"."offer",
    "t37"."offered",
    "t37"."code",
    "t37"."direct",
    CASE
      WHEN "t37"."code" = 1
      THEN 'poor'
      WHEN "t37"."code" = 2
      THEN 'needs-improvement'
      WHEN "t37"."code" = 3
      THEN 'adequate'
      WHEN "t37"."code" = 4
      THEN 'good'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t36"."question",
      "t36"."subject",
      "t36"."as_of",
      "t36"."known_at",
      "t36"."base",
      "t36"."reached",
      "t36"."raised",
      "t36"."points",
      "t36"."band",
      "t36"."state_0",
      "t36"."firm",
      "t36"."firm_direct",
      "t36"."offer",
      "t36"."offered",
      CASE
        WHEN (
          "t36"."firm" > 0
        ) AND (
          "t36"."offer" > "t36"."firm"
        )
        THEN "t36"."offer"
        ELSE "t36"."firm"
      END AS "code",
      CASE
        WHEN (
          "t36"."firm" > 0
        ) AND (
          "t36"."offer" > "t36"."firm"
        )
        THEN "t36"."offered"
        ELSE "t36"."firm_direct"
      END AS "direct"
    FROM (
      SELECT
        "t35"."question",
        "t35"."subject",
        "t35"."as_of",
        "t35"."known_at",
        "t35"."base",
        "t35"."reached",
        "t35"."raised",
        "t35"."points",
        "t35"."band",
        "t35"."state_0",
        CASE WHEN COALESCE("t35"."state_0", 0) = 2 THEN 0 ELSE "t35"."band" END AS "firm",
        CASE WHEN COALESCE("t35"."state_0", 0) = 2 THEN 0 ELSE CAST(NULL AS BIGINT) END AS "firm_direct",
        CASE WHEN COALESCE("t35"."state_0", 0) = 1 THEN 0 ELSE 0 END AS "offer",
        CASE WHEN COALESCE("t35"."state_0", 0) = 1 THEN 0 ELSE CAST(NULL AS BIGINT) END AS "offered"
      FROM (
        SELECT
          "t34"."question",
          "t34"."subject",
          "t34"."as_of",
          "t34"."known_at",
          "t34"."base",
          "t34"."reached",
          "t34"."raised",
          "t34"."points",
          "t34"."band",
          CASE WHEN COALESCE("t34"."met_0", 0) < 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t34"."sure_0", 0) < 1 THEN 1 ELSE 0 END AS "state_0"
        FROM (
          SELECT
            "t33"."question",
            "t33"."subject",
            "t33"."as_of",
            "t33"."known_at",
            "t33"."base",
            "t33"."reached",
            "t33"."raised",
            "t33"."points",
            "t33"."band",
            "t26"."met_0",
            "t26"."sure_0"
          FROM (
            SELECT
              "t31"."question",
              "t31"."subject",
              "t31"."as_of",
              "t31"."known_at",
              "t31"."base",
              "t31"."reached",
              "t31"."raised",
              "t31"."points",
              CASE
                WHEN "t31"."points" >= 91000
                THEN 4
                WHEN "t31"."points" >= 86000
                THEN 3
                WHEN "t31"."points" >= 71000
                THEN 2
                WHEN "t31"."points" >= 0
                THEN 1
                ELSE 0
              END AS "band"
            FROM (
              SELECT
                "t30"."question",
                "t30"."subject",
                "t30"."as_of",
                "t30"."known_at",
                100000 AS "base",
                100000 + COALESCE("t30"."earned", 0) AS "reached",
                GREATEST(100000 + COALESCE("t30"."earned", 0), 0) AS "raised",
                LEAST(GREATEST(100000 + COALESCE("t30"."earned", 0), 0), 100000) AS "points"
              FROM (
                SELECT
                  "t5"."question",
                  "t5"."subject",
                  "t5"."as_of",
                  "t5"."known_at",
                  "t6"."public_since",
                  "t6"."opens_0",
                  "t29"."earned"
                FROM "questions" AS "t5"
                INNER JOIN "days" AS "t6"
                  ON "t5"."as_of" = "t6"."as_of"
                LEFT OUTER JOIN (
                  SELECT
                    "t27"."question",
                    SUM("t27"."points") AS "earned"
                  FROM (
                    SELECT
                      "t25"."question",
                      "t25"."slot",
                      "t25"."points"
                    FROM (
                      SELECT
                        "t23"."question",
                        "t23"."number",
                        "t23"."record",
                        "t23"."happened",
                        "t23"."ends",
                        "t23"."leaves",
                        "t23"."points",
                        "t23"."why",
                        -1 AS "slot"
                      FROM (
                        SELECT
                          "t22"."question",
                          "t22"."number",
                          "t22"."record",
                          "t22"."happened",
                          "t22"."ends",
                          "t22"."leaves",
                          "t22"."points",
                          "t22"."why"
                        FROM (
                          SELECT
                            "t20"."question",
                            "t20"."number",
                            "t20"."record",
                            "t20"."document",
                            "t20"."happened",
                            "t20"."ends",
                            "t20"."leaves",
                            "t20"."known",
                            "t20"."worth",
                            "t20"."doubted",
                            "t20"."early",
                            CASE
                              WHEN (
                                "t20"."worth" < 0
                              ) AND (
                                "t20"."doubted" OR "t20"."early"
                              )
                              THEN 0
                              ELSE "t20"."worth"
                            END AS "points",
                            CASE
                              WHEN (
                                "t20"."worth" < 0
                              ) AND (
                                "t20"."doubted" OR "t20"."early"
                              )
                              THEN CASE WHEN "t20"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                              ELSE ''
                            END AS "why"
                          FROM (
                            SELECT
                              "t18"."question",
                              "t18"."number",
                              "t18"."record",
                              "t18"."document",
                              "t18"."happened",
                              "t18"."ends",
                              "t18"."leaves",
                              "t18"."known",
                              "t18"."worth",
                              "t18"."doubted",
                              "t18"."early"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t15"."subject",
                                  "t15"."record",
                                  "t15"."type",
                                  "t15"."document",
                                  "t15"."happened",
                                  "t15"."ends",
                                  "t15"."leaves",
                                  "t15"."severity",
                                  "t15"."kind",
                                  "t15"."adverse",
                                  "t15"."known",
                                  "t15"."retracts",
                                  "t15"."superseded",
                                  "t15"."doubt_from",
                                  "t15"."doubt_until",
                                  "t15"."replaced",
                                  "t15"."f_risk",
                                  "t15"."f_visit",
                                  "t15"."question",
                                  "t15"."as_of",
                                  "t15"."known_at",
                                  "t15"."public_since",
                                  "t15"."opens_0",
                                  "t15"."number",
                                  CASE
                                    WHEN "t15"."number" = 0
                                    THEN CASE
                                      WHEN "t15"."f_risk" IS NULL
                                      THEN CAST(NULL AS BIGINT)
                                      WHEN "t15"."f_risk" = 'high'
                                      THEN -7000
                                      WHEN "t15"."f_risk" = 'moderate'
                                      THEN -4000
                                      WHEN "t15"."f_risk" = 'low'
                                      THEN -2000
                                      ELSE 0
                                    END
                                    ELSE CAST(NULL AS BIGINT)
                                  END AS "worth",
                                  (
                                    "t15"."doubt_from" IS NOT NULL
                                  )
                                  AND (
                                    "t15"."doubt_from" <= "t15"."known_at"
                                  )
                                  AND (
                                    (
                                      "t15"."doubt_until" IS NULL
                                    ) OR (
                                      "t15"."known_at" < "t15"."doubt_until"
                                    )
                                  ) AS "doubted",
                                  (
                                    "t15"."public_since" IS NOT NULL
                                  )
                                  AND (
                                    "t15"."happened" < "t15"."public_since"
                                  ) AS "early"
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t7"."subject",
                                      "t7"."record",
                                      "t7"."type",
                                      "t7"."document",
                                      "t7"."happened",
                                      "t7"."ends",
                                      "t7"."leaves",
                                      "t7"."severity",
                                      "t7"."kind",
                                      "t7"."adverse",
                                      "t7"."known",
                                      "t7"."retracts",
                                      "t7"."superseded",
                                      "t7"."doubt_from",
                                      "t7"."doubt_until",
                                      "t7"."replaced",
                                      "t7"."f_risk",
                                      "t7"."f_visit",
                                      "t11"."question",
                                      "t11"."as_of",
                                      "t11"."known_at",
                                      "t11"."public_since",
                                      "t11"."opens_0",
                                      "t9"."number"
                                    FROM "records" AS "t7"
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
                                    ) AS "t11"
                                      ON "t7"."subject" = "t11"."subject"
                                    INNER JOIN "factors" AS "t9"
                                      ON "t7"."type" = "t9"."type"
                                  ) AS "t13"
                                  WHERE
                                    "t13"."known" <= "t13"."known_at"
                                    AND (
                                      (
                                        "t13"."replaced" IS NULL
                                      ) OR (
                                        "t13"."known_at" < "t13"."replaced"
                                      )
                                    )
                                ) AS "t15"
                              ) AS "t17"
                              WHERE
                                NOT (
                                  "t17"."retracts"
                                )
                                AND (
                                  (
                                    "t17"."superseded" IS NULL
                                  ) OR (
                                    "t17"."known_at" < "t17"."superseded"
                                  )
                                )
                                AND "t17"."happened" <= "t17"."as_of"
                                AND (
                                  (
                                    "t17"."leaves" IS NULL
                                  ) OR (
                                    "t17"."as_of" < "t17"."leaves"
                                  )
                                )
                                AND (
                                  (
                                    "t17"."ends" IS NULL
                                  ) OR (
                                    "t17"."as_of" < "t17"."ends"
                                  )
                                )
                                AND "t17"."happened" > "t17"."opens_0"
                                AND "t17"."worth" IS NOT NULL
                            ) AS "t18"
                          ) AS "t20"
                        ) AS "t22"
                      ) AS "t23"
                    ) AS "t25"
                  ) AS "t27"
                  GROUP BY
                    1
                ) AS "t29"
                  ON "t5"."question" = "t29"."question"
              ) AS "t30"
            ) AS "t31"
          ) AS "t33"
          LEFT OUTER JOIN (
            SELECT
              "t21"."question",
              SUM(CASE WHEN (
                "t21"."number" = 0
              ) AND "t21"."met" THEN 1 ELSE 0 END) AS "met_0",
              SUM(CASE WHEN (
                "t21"."number" = 0
              ) AND "t21"."sure" THEN 1 ELSE 0 END) AS "sure_0"
            FROM (
              SELECT
                "t19"."question",
                "t19"."number",
                "t19"."record",
                "t19"."happened",
                "t19"."fits",
                "t19"."firm",
                "t19"."fits" AS "met",
                "t19"."fits" AND "t19"."firm" AS "sure"
              FROM (
                SELECT
                  "t16"."question",
                  "t16"."number",
                  "t16"."record",
                  "t16"."happened",
                  CASE
                    WHEN "t16"."number" = 0
                    THEN TRUE AND COALESCE("t16"."f_visit" = 'routine', FALSE)
                    ELSE TRUE
                  END AS "fits",
                  NOT (
                    (
                      (
                        "t16"."doubt_from" IS NOT NULL
                      )
                      AND (
                        "t16"."doubt_from" <= "t16"."known_at"
                      )
                      AND (
                        (
                          "t16"."doubt_until" IS NULL
                        ) OR (
                          "t16"."known_at" < "t16"."doubt_until"
                        )
                      )
                    )
                    OR (
                      (
                        "t16"."public_since" IS NOT NULL
                      )
                      AND (
                        "t16"."happened" < "t16"."public_since"
                      )
                    )
                  ) AS "firm"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t7"."subject",
                        "t7"."record",
                        "t7"."type",
                        "t7"."document",
                        "t7"."happened",
                        "t7"."ends",
                        "t7"."leaves",
                        "t7"."severity",
                        "t7"."kind",
                        "t7"."adverse",
                        "t7"."known",
                        "t7"."retracts",
                        "t7"."superseded",
                        "t7"."doubt_from",
                        "t7"."doubt_until",
                        "t7"."replaced",
                        "t7"."f_risk",
                        "t7"."f_visit",
                        "t11"."question",
                        "t11"."as_of",
                        "t11"."known_at",
                        "t11"."public_since",
                        "t11"."opens_0",
                        "t8"."number"
                      FROM "records" AS "t7"
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
                      ) AS "t11"
                        ON "t7"."subject" = "t11"."subject"
                      INNER JOIN "directs" AS "t8"
                        ON "t7"."type" = "t8"."type"
                    ) AS "t12"
                    WHERE
                      "t12"."known" <= "t12"."known_at"
                      AND (
                        (
                          "t12"."replaced" IS NULL
                        ) OR (
                          "t12"."known_at" < "t12"."replaced"
                        )
                      )
                  ) AS "t14"
                  WHERE
                    NOT (
                      "t14"."retracts"
                    )
                    AND (
                      (
                        "t14"."superseded" IS NULL
                      ) OR (
                        "t14"."known_at" < "t14"."superseded"
                      )
                    )
                    AND "t14"."happened" <= "t14"."as_of"
                    AND (
                      (
                        "t14"."leaves" IS NULL
                      ) OR (
                        "t14"."as_of" < "t14"."leaves"
                      )
                    )
                    AND (
                      (
                        "t14"."ends" IS NULL
                      ) OR (
                        "t14"."as_of" < "t14"."ends"
                      )
                    )
                    AND "t14"."happened" > "t14"."opens_0"
                ) AS "t16"
              ) AS "t19"
            ) AS "t21"
            GROUP BY
              1
          ) AS "t26"
            ON "t33"."question" = "t26"."question"
        ) AS "t34"
      ) AS "t35"
    ) AS "t36"
  ) AS "t37"
) AS "t38"

-- contributions; fields: f_risk string, f_visit string
WITH "t15" AS (
  SELECT
    "t13"."subject",
    "t13"."record",
    "t13"."type",
    "t13"."document",
    "t13"."happened",
    "t13"."ends",
    "t13"."leaves",
    "t13"."severity",
    "t13"."kind",
    "t13"."adverse",
    "t13"."known",
    "t13"."retracts",
    "t13"."superseded",
    "t13"."doubt_from",
    "t13"."doubt_until",
    "t13"."replaced",
    "t13"."f_risk",
    "t13"."f_visit",
    "t13"."question",
    "t13"."as_of",
    "t13"."known_at",
    "t13"."public_since",
    "t13"."opens_0",
    "t13"."number",
    CASE
      WHEN "t13"."number" = 0
      THEN CASE
        WHEN "t13"."f_risk" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."f_risk" = 'high'
        THEN -7000
        WHEN "t13"."f_risk" = 'moderate'
        THEN -4000
        WHEN "t13"."f_risk" = 'low'
        THEN -2000
        ELSE 0
      END
      ELSE CAST(NULL AS BIGINT)
    END AS "worth",
    (
      "t13"."doubt_from" IS NOT NULL
    )
    AND (
      "t13"."doubt_from" <= "t13"."known_at"
    )
    AND (
      (
        "t13"."doubt_until" IS NULL
      ) OR (
        "t13"."known_at" < "t13"."doubt_until"
      )
    ) AS "doubted",
    (
      "t13"."public_since" IS NOT NULL
    )
    AND (
      "t13"."happened" < "t13"."public_since"
    ) AS "early"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t4"."subject",
        "t4"."record",
        "t4"."type",
        "t4"."document",
        "t4"."happened",
        "t4"."ends",
        "t4"."leaves",
        "t4"."severity",
        "t4"."kind",
        "t4"."adverse",
        "t4"."known",
        "t4"."retracts",
        "t4"."superseded",
        "t4"."doubt_from",
        "t4"."doubt_until",
        "t4"."replaced",
        "t4"."f_risk",
        "t4"."f_visit",
        "t9"."question",
        "t9"."as_of",
        "t9"."known_at",
        "t9"."public_since",
        "t9"."opens_0",
        "t7"."number"
      FROM "records" AS "t4"
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
      ) AS "t9"
        ON "t4"."subject" = "t9"."subject"
      INNER JOIN "factors" AS "t7"
        ON "t4"."type" = "t7"."type"
    ) AS "t11"
    WHERE
      "t11"."known" <= "t11"."known_at"
      AND (
        (
          "t11"."replaced" IS NULL
        ) OR (
          "t11"."known_at" < "t11"."replaced"
        )
      )
  ) AS "t13"
), "t22" AS (
  SELECT
    "t20"."question",
    "t20"."number",
    "t20"."record",
    "t20"."happened",
    "t20"."ends",
    "t20"."leaves",
    "t20"."points",
    "t20"."why"
  FROM (
    SELECT
      "t19"."question",
      "t19"."number",
      "t19"."record",
      "t19"."document",
      "t19"."happened",
      "t19"."ends",
      "t19"."leaves",
      "t19"."known",
      "t19"."worth",
      "t19"."doubted",
      "t19"."early",
      CASE
        WHEN (
          "t19"."worth" < 0
        ) AND (
          "t19"."doubted" OR "t19"."early"
        )
        THEN 0
        ELSE "t19"."worth"
      END AS "points",
      CASE
        WHEN (
          "t19"."worth" < 0
        ) AND (
          "t19"."doubted" OR "t19"."early"
        )
        THEN CASE WHEN "t19"."doubted" THEN 'in_doubt' ELSE 'before_public' END
        ELSE ''
      END AS "why"
    FROM (
      SELECT
        "t17"."question",
        "t17"."number",
        "t17"."record",
        "t17"."document",
        "t17"."happened",
        "t17"."ends",
        "t17"."leaves",
        "t17"."known",
        "t17"."worth",
        "t17"."doubted",
        "t17"."early"
      FROM (
        SELECT
          *
        FROM "t15" AS "t16"
        WHERE
          NOT (
            "t16"."retracts"
          )
          AND (
            (
              "t16"."superseded" IS NULL
            ) OR (
              "t16"."known_at" < "t16"."superseded"
            )
          )
          AND "t16"."happened" <= "t16"."as_of"
          AND (
            (
              "t16"."leaves" IS NULL
            ) OR (
              "t16"."as_of" < "t16"."leaves"
            )
          )
          AND (
            (
              "t16"."ends" IS NULL
            ) OR (
              "t16"."as_of" < "t16"."ends"
            )
          )
          AND "t16"."happened" > "t16"."opens_0"
          AND "t16"."worth" IS NOT NULL
      ) AS "t17"
    ) AS "t19"
  ) AS "t20"
), "t32" AS (
  SELECT
    "t31"."question",
    "t31"."subject",
    "t31"."as_of",
    "t31"."known_at",
    100000 AS "base",
    100000 + COALESCE("t31"."earned", 0) AS "reached",
    GREATEST(100000 + COALESCE("t31"."earned", 0), 0) AS "raised",
    LEAST(GREATEST(100000 + COALESCE("t31"."earned", 0), 0), 100000) AS "points"
  FROM (
    SELECT
      "t5"."question",
      "t5"."subject",
      "t5"."as_of",
      "t5"."known_at",
      "t6"."public_since",
      "t6"."opens_0",
      "t30"."earned"
    FROM "questions" AS "t5"
    INNER JOIN "days" AS "t6"
      ON "t5"."as_of" = "t6"."as_of"
    LEFT OUTER JOIN (
      SELECT
        "t26"."question",
        SUM("t26"."points") AS "earned"
      FROM (
        SELECT
          "t25"."question",
          "t25"."slot",
          "t25"."points"
        FROM (
          SELECT
            "t23"."question",
            "t23"."number",
            "t23"."record",
            "t23"."happened",
            "t23"."ends",
            "t23"."leaves",
            "t23"."points",
            "t23"."why",
            -1 AS "slot"
          FROM "t22" AS "t23"
        ) AS "t25"
      ) AS "t26"
      GROUP BY
        1
    ) AS "t30"
      ON "t5"."question" = "t30"."question"
  ) AS "t31"
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
          "t33"."question",
          CAST(NULL AS BIGINT) AS "number",
          'base' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t33"."base" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM "t32" AS "t33"
      ) AS "t34"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t35"."question",
          CAST(NULL AS BIGINT) AS "number",
          'floor' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t35"."raised" - "t35"."reached" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t32" AS "t33"
          WHERE
            "t33"."raised" <> "t33"."reached"
        ) AS "t35"
      ) AS "t37"
    ) AS "t39"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t36"."question",
          CAST(NULL AS BIGINT) AS "number",
          'ceiling' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t36"."points" - "t36"."raised" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t32" AS "t33"
          WHERE
            "t33"."points" <> "t33"."raised"
        ) AS "t36"
      ) AS "t38"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t21"."question",
            "t21"."number",
            'points' AS "step",
            "t21"."record",
            "t21"."happened",
            "t21"."ends",
            "t21"."leaves",
            0 AS "points",
            CASE
              WHEN NOT (
                COALESCE(NOT (
                  "t21"."retracts"
                ), FALSE)
              )
              THEN 'retracts'
              WHEN NOT (
                COALESCE(
                  (
                    "t21"."superseded" IS NULL
                  ) OR (
                    "t21"."known_at" < "t21"."superseded"
                  ),
                  FALSE
                )
              )
              THEN 'superseded'
              WHEN NOT (
                COALESCE("t21"."happened" <= "t21"."as_of", FALSE)
              )
              THEN 'not_yet'
              WHEN NOT (
                COALESCE((
                  "t21"."leaves" IS NULL
                ) OR (
                  "t21"."as_of" < "t21"."leaves"
                ), FALSE)
              )
              THEN 'retention_over'
              WHEN NOT (
                COALESCE((
                  "t21"."ends" IS NULL
                ) OR (
                  "t21"."as_of" < "t21"."ends"
                ), FALSE)
              )
              THEN 'validity_over'
              WHEN NOT (
                COALESCE("t21"."happened" > "t21"."opens_0", FALSE)
              )
              THEN 'outside_window'
              WHEN NOT (
                COALESCE("t21"."worth" IS NOT NULL, FALSE)
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
            FROM "t15" AS "t16"
            WHERE
              NOT (
                COALESCE(
                  NOT (
                    "t16"."retracts"
                  )
                  AND (
                    (
                      "t16"."superseded" IS NULL
                    ) OR (
                      "t16"."known_at" < "t16"."superseded"
                    )
                  )
                  AND (
                    "t16"."happened" <= "t16"."as_of"
                  )
                  AND (
                    (
                      "t16"."leaves" IS NULL
                    ) OR (
                      "t16"."as_of" < "t16"."leaves"
                    )
                  )
                  AND (
                    (
                      "t16"."ends" IS NULL
                    ) OR (
                      "t16"."as_of" < "t16"."ends"
                    )
                  )
                  AND (
                    "t16"."happened" > "t16"."opens_0"
                  )
                  AND (
                    "t16"."worth" IS NOT NULL
                  ),
                  FALSE
                )
              )
          ) AS "t21"
        ) AS "t27"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t23"."question",
            "t23"."number",
            'points' AS "step",
            "t23"."record",
            "t23"."happened",
            "t23"."ends",
            "t23"."leaves",
            "t23"."points",
            "t23"."why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t22" AS "t23"
        ) AS "t24"
      ) AS "t28"
    ) AS "t40"
  ) AS "t41"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t14"."question",
      CAST(NULL AS BIGINT) AS "number",
      'points' AS "step",
      "t14"."record",
      "t14"."happened",
      "t14"."ends",
      "t14"."leaves",
      0 AS "points",
      CASE
        WHEN NOT (
          COALESCE(NOT (
            "t14"."retracts"
          ), FALSE)
        )
        THEN 'retracts'
        WHEN NOT (
          COALESCE(
            (
              "t14"."superseded" IS NULL
            ) OR (
              "t14"."known_at" < "t14"."superseded"
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
            "t4"."subject",
            "t4"."record",
            "t4"."type",
            "t4"."document",
            "t4"."happened",
            "t4"."ends",
            "t4"."leaves",
            "t4"."severity",
            "t4"."kind",
            "t4"."adverse",
            "t4"."known",
            "t4"."retracts",
            "t4"."superseded",
            "t4"."doubt_from",
            "t4"."doubt_until",
            "t4"."replaced",
            "t4"."f_risk",
            "t4"."f_visit",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since",
            "t9"."opens_0"
          FROM "records" AS "t4"
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
          ) AS "t9"
            ON "t4"."subject" = "t9"."subject"
        ) AS "t10"
        WHERE
          "t10"."known" <= "t10"."known_at"
          AND (
            (
              "t10"."replaced" IS NULL
            ) OR (
              "t10"."known_at" < "t10"."replaced"
            )
          )
      ) AS "t12"
      WHERE
        NOT (
          "t12"."type" IN ('restaurant_violation')
        )
    ) AS "t14"
  ) AS "t18"
) AS "t42"

-- directly; fields: f_risk string, f_visit string
SELECT
  "t15"."question",
  "t15"."number",
  "t15"."record",
  "t15"."happened"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t13"."question",
      "t13"."number",
      "t13"."record",
      "t13"."happened",
      "t13"."fits",
      "t13"."firm",
      "t13"."fits" AS "met",
      "t13"."fits" AND "t13"."firm" AS "sure"
    FROM (
      SELECT
        "t12"."question",
        "t12"."number",
        "t12"."record",
        "t12"."happened",
        CASE
          WHEN "t12"."number" = 0
          THEN TRUE AND COALESCE("t12"."f_visit" = 'routine', FALSE)
          ELSE TRUE
        END AS "fits",
        NOT (
          (
            (
              "t12"."doubt_from" IS NOT NULL
            )
            AND (
              "t12"."doubt_from" <= "t12"."known_at"
            )
            AND (
              (
                "t12"."doubt_until" IS NULL
              ) OR (
                "t12"."known_at" < "t12"."doubt_until"
              )
            )
          )
          OR (
            (
              "t12"."public_since" IS NOT NULL
            )
            AND (
              "t12"."happened" < "t12"."public_since"
            )
          )
        ) AS "firm"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t4"."subject",
              "t4"."record",
              "t4"."type",
              "t4"."document",
              "t4"."happened",
              "t4"."ends",
              "t4"."leaves",
              "t4"."severity",
              "t4"."kind",
              "t4"."adverse",
              "t4"."known",
              "t4"."retracts",
              "t4"."superseded",
              "t4"."doubt_from",
              "t4"."doubt_until",
              "t4"."replaced",
              "t4"."f_risk",
              "t4"."f_visit",
              "t9"."question",
              "t9"."as_of",
              "t9"."known_at",
              "t9"."public_since",
              "t9"."opens_0",
              "t5"."number"
            FROM "records" AS "t4"
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
            ) AS "t9"
              ON "t4"."subject" = "t9"."subject"
            INNER JOIN "directs" AS "t5"
              ON "t4"."type" = "t5"."type"
          ) AS "t10"
          WHERE
            "t10"."known" <= "t10"."known_at"
            AND (
              (
                "t10"."replaced" IS NULL
              ) OR (
                "t10"."known_at" < "t10"."replaced"
              )
            )
        ) AS "t11"
        WHERE
          NOT (
            "t11"."retracts"
          )
          AND (
            (
              "t11"."superseded" IS NULL
            ) OR (
              "t11"."known_at" < "t11"."superseded"
            )
          )
          AND "t11"."happened" <= "t11"."as_of"
          AND (
            (
              "t11"."leaves" IS NULL
            ) OR (
              "t11"."as_of" < "t11"."leaves"
            )
          )
          AND (
            (
              "t11"."ends" IS NULL
            ) OR (
              "t11"."as_of" < "t11"."ends"
            )
          )
          AND "t11"."happened" > "t11"."opens_0"
      ) AS "t12"
    ) AS "t13"
  ) AS "t14"
  WHERE
    "t14"."met" OR "t14"."sure"
) AS "t15"
