-- standings; fields: none
SELECT
  "t25"."question",
  "t25"."subject",
  "t25"."as_of",
  "t25"."known_at",
  "t25"."points",
  "t25"."grade",
  "t25"."direct",
  "t25"."rank",
  "t25"."stage",
  "t25"."reduced_to",
  "t25"."ceiling"
FROM (
  SELECT
    "t24"."question",
    "t24"."subject",
    "t24"."as_of",
    "t24"."known_at",
    "t24"."base",
    "t24"."reached",
    "t24"."raised",
    "t24"."points",
    "t24"."band",
    "t24"."code",
    "t24"."direct",
    CASE
      WHEN "t24"."code" = 1
      THEN 'D'
      WHEN "t24"."code" = 2
      THEN 'C'
      WHEN "t24"."code" = 3
      THEN 'B'
      WHEN "t24"."code" = 4
      THEN 'A'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t23"."question",
      "t23"."subject",
      "t23"."as_of",
      "t23"."known_at",
      "t23"."base",
      "t23"."reached",
      "t23"."raised",
      "t23"."points",
      "t23"."band",
      "t23"."band" AS "code",
      CAST(NULL AS BIGINT) AS "direct"
    FROM (
      SELECT
        "t22"."question",
        "t22"."subject",
        "t22"."as_of",
        "t22"."known_at",
        "t22"."base",
        "t22"."reached",
        "t22"."raised",
        "t22"."points",
        CASE
          WHEN "t22"."points" >= 95000
          THEN 4
          WHEN "t22"."points" >= 80000
          THEN 3
          WHEN "t22"."points" >= 60000
          THEN 2
          WHEN "t22"."points" >= 0
          THEN 1
          ELSE 0
        END AS "band"
      FROM (
        SELECT
          "t21"."question",
          "t21"."subject",
          "t21"."as_of",
          "t21"."known_at",
          100000 AS "base",
          100000 + COALESCE("t21"."earned", 0) AS "reached",
          100000 + COALESCE("t21"."earned", 0) AS "raised",
          100000 + COALESCE("t21"."earned", 0) AS "points"
        FROM (
          SELECT
            "t4"."question",
            "t4"."subject",
            "t4"."as_of",
            "t4"."known_at",
            "t5"."public_since",
            "t5"."opens_0",
            "t20"."earned"
          FROM "questions" AS "t4"
          INNER JOIN "days" AS "t5"
            ON "t4"."as_of" = "t5"."as_of"
          LEFT OUTER JOIN (
            SELECT
              "t18"."question",
              SUM("t18"."points") AS "earned"
            FROM (
              SELECT
                "t17"."question",
                "t17"."slot",
                "t17"."points"
              FROM (
                SELECT
                  "t16"."question",
                  "t16"."number",
                  "t16"."record",
                  "t16"."happened",
                  "t16"."ends",
                  "t16"."leaves",
                  "t16"."points",
                  "t16"."why",
                  -1 AS "slot"
                FROM (
                  SELECT
                    "t15"."question",
                    "t15"."number",
                    "t15"."record",
                    "t15"."happened",
                    "t15"."ends",
                    "t15"."leaves",
                    "t15"."points",
                    "t15"."why"
                  FROM (
                    SELECT
                      "t14"."question",
                      "t14"."number",
                      "t14"."record",
                      "t14"."document",
                      "t14"."happened",
                      "t14"."ends",
                      "t14"."leaves",
                      "t14"."known",
                      "t14"."worth",
                      "t14"."doubted",
                      "t14"."early",
                      CASE
                        WHEN (
                          "t14"."worth" < 0
                        ) AND (
                          "t14"."doubted" OR "t14"."early"
                        )
                        THEN 0
                        ELSE "t14"."worth"
                      END AS "points",
                      CASE
                        WHEN (
                          "t14"."worth" < 0
                        ) AND (
                          "t14"."doubted" OR "t14"."early"
                        )
                        THEN CASE WHEN "t14"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                        ELSE ''
                      END AS "why"
                    FROM (
                      SELECT
                        "t13"."question",
                        "t13"."number",
                        "t13"."record",
                        "t13"."document",
                        "t13"."happened",
                        "t13"."ends",
                        "t13"."leaves",
                        "t13"."known",
                        "t13"."worth",
                        "t13"."doubted",
                        "t13"."early"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t11"."subject",
                            "t11"."record",
                            "t11"."type",
                            "t11"."document",
                            "t11"."happened",
                            "t11"."ends",
                            "t11"."leaves",
                            "t11"."severity",
                            "t11"."kind",
                            "t11"."adverse",
                            "t11"."known",
                            "t11"."retracts",
                            "t11"."superseded",
                            "t11"."doubt_from",
                            "t11"."doubt_until",
                            "t11"."replaced",
                            "t11"."question",
                            "t11"."as_of",
                            "t11"."known_at",
                            "t11"."public_since",
                            "t11"."opens_0",
                            "t11"."number",
                            CASE WHEN "t11"."number" = 0 THEN 5000 ELSE CAST(NULL AS BIGINT) END AS "worth",
                            (
                              "t11"."doubt_from" IS NOT NULL
                            )
                            AND (
                              "t11"."doubt_from" <= "t11"."known_at"
                            )
                            AND (
                              (
                                "t11"."doubt_until" IS NULL
                              ) OR (
                                "t11"."known_at" < "t11"."doubt_until"
                              )
                            ) AS "doubted",
                            (
                              "t11"."public_since" IS NOT NULL
                            )
                            AND (
                              "t11"."happened" < "t11"."public_since"
                            ) AS "early"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t6"."subject",
                                "t6"."record",
                                "t6"."type",
                                "t6"."document",
                                "t6"."happened",
                                "t6"."ends",
                                "t6"."leaves",
                                "t6"."severity",
                                "t6"."kind",
                                "t6"."adverse",
                                "t6"."known",
                                "t6"."retracts",
                                "t6"."superseded",
                                "t6"."doubt_from",
                                "t6"."doubt_until",
                                "t6"."replaced",
                                "t9"."question",
                                "t9"."as_of",
                                "t9"."known_at",
                                "t9"."public_since",
                                "t9"."opens_0",
                                "t7"."number"
                              FROM "records" AS "t6"
                              INNER JOIN (
                                SELECT
                                  "t4"."question",
                                  "t4"."subject",
                                  "t4"."as_of",
                                  "t4"."known_at",
                                  "t5"."public_since",
                                  "t5"."opens_0"
                                FROM "questions" AS "t4"
                                INNER JOIN "days" AS "t5"
                                  ON "t4"."as_of" = "t5"."as_of"
                              ) AS "t9"
                                ON "t6"."subject" = "t9"."subject"
                              INNER JOIN "factors" AS "t7"
                                ON "t6"."type" = "t7"."type"
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
                        ) AS "t12"
                        WHERE
                          NOT (
                            "t12"."retracts"
                          )
                          AND (
                            (
                              "t12"."superseded" IS NULL
                            ) OR (
                              "t12"."known_at" < "t12"."superseded"
                            )
                          )
                          AND "t12"."happened" <= "t12"."as_of"
                          AND (
                            (
                              "t12"."leaves" IS NULL
                            ) OR (
                              "t12"."as_of" < "t12"."leaves"
                            )
                          )
                          AND (
                            (
                              "t12"."ends" IS NULL
                            ) OR (
                              "t12"."as_of" < "t12"."ends"
                            )
                          )
                          AND "t12"."happened" > "t12"."opens_0"
                          AND "t12"."worth" IS NOT NULL
                      ) AS "t13"
                    ) AS "t14"
                  ) AS "t15"
                ) AS "t16"
              ) AS "t17"
            ) AS "t18"
            GROUP BY
              1
          ) AS "t20"
            ON "t4"."question" = "t20"."question"
        ) AS "t21"
      ) AS "t22"
    ) AS "t23"
  ) AS "t24"
) AS "t25"

-- contributions; fields: none
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
    "t13"."question",
    "t13"."as_of",
    "t13"."known_at",
    "t13"."public_since",
    "t13"."opens_0",
    "t13"."number",
    CASE WHEN "t13"."number" = 0 THEN 5000 ELSE CAST(NULL AS BIGINT) END AS "worth",
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
    100000 + COALESCE("t31"."earned", 0) AS "raised",
    100000 + COALESCE("t31"."earned", 0) AS "points"
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
          "t12"."type" IN ('donation')
        )
    ) AS "t14"
  ) AS "t18"
) AS "t42"
